package io.shopkeeper.ml.outlier;

import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * Isolation forest: F. T. Liu, K. M. Ting, Z.-H. Zhou, "Isolation Forest", ICDM 2008. Trees that
 * split a random attribute at a random place isolate odd rows after few splits. The score of a row
 * is s = 2^(−E(h) / c(ψ)), where h is the path length in a tree, ψ the sample of each tree ({@code
 * sample}) and c(ψ) the average path length of an unsuccessful search in a binary search tree: near
 * 1 is odd, well below 0.5 is usual. The same rows, options and seed give the same forest.
 * Immutable and safe for use by several threads; missing values are not supported.
 */
public final class IsolationForest {

  private static final double EULER = 0.5772156649015329;
  private static final int MOST_TREES = 1000;

  /**
   * How to grow.
   *
   * @param trees how many, from 1 to 1,000; the paper's 100 is enough
   * @param sample rows drawn for each tree, from 2 to 4,096; the paper's 256 is enough
   */
  public record Options(int trees, int sample, long seed) {

    public Options {
      if (trees < 1 || trees > MOST_TREES) {
        throw new IllegalArgumentException("trees must be from 1 to 1000, but is " + trees);
      }
      if (sample < 2 || sample > 4096) {
        throw new IllegalArgumentException("sample must be from 2 to 4096, but is " + sample);
      }
    }

    /** Those of the paper. */
    public static Options standard(long seed) {
      return new Options(100, 256, seed);
    }
  }

  private final IsolationTree[] trees;
  private final int width;
  private final double usual;

  private IsolationForest(IsolationTree[] trees, int width, double usual) {
    this.trees = trees;
    this.width = width;
    this.usual = usual;
  }

  /**
   * Grows a forest.
   *
   * @param rows all of one width, at least one, finite
   * @throws IllegalArgumentException if they are not
   */
  public static IsolationForest fit(double[][] rows, Options options) {
    return fit(rows, options, TrainingListener.SILENT);
  }

  /** The same; the listener can stop it before any tree. */
  static IsolationForest fit(double[][] rows, Options options, TrainingListener listener) {
    int width = check(rows);
    int sample = Math.min(options.sample(), rows.length);
    int highest = (int) Math.ceil(Math.log(Math.max(2, sample)) / Math.log(2));
    var random = new SplittableRandom(options.seed());
    var trees = new IsolationTree[options.trees()];
    int[] order = new int[rows.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int tree = 0; tree < trees.length; tree++) {
      listener.stopIfCancelled();
      listener.progress((double) tree / trees.length, "growing");
      draw(order, sample, random);
      trees[tree] = IsolationTree.grow(rows, order, sample, highest, random);
    }
    return new IsolationForest(trees, width, usualPath(sample));
  }

  /**
   * How odd a row is, from 0 to 1.
   *
   * @throws IllegalArgumentException if it has another width than the rows that it was grown from
   */
  public double score(double[] row) {
    if (row.length != width) {
      throw new IllegalArgumentException(
          "row must have %d values, but has %d".formatted(width, row.length));
    }
    double sum = 0;
    for (IsolationTree tree : trees) {
      sum += tree.pathLength(row);
    }
    return usual == 0 ? 0.5 : Math.pow(2, -sum / trees.length / usual);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(usual);
    out.writeInt(trees.length);
    for (IsolationTree tree : trees) {
      tree.write(out);
    }
  }

  static IsolationForest read(DataInput in, int width) throws IOException {
    double usual = in.readDouble();
    int count = in.readInt();
    if (!(usual >= 0 && Double.isFinite(usual)) || count < 1 || count > MOST_TREES) {
      throw new IOException("damaged: %d trees, a path of %s".formatted(count, usual));
    }
    var trees = new IsolationTree[count];
    for (int tree = 0; tree < count; tree++) {
      trees[tree] = IsolationTree.read(in, width);
    }
    return new IsolationForest(trees, width, usual);
  }

  /** c(n) of the paper. */
  static double usualPath(int n) {
    if (n <= 1) {
      return 0;
    }
    return n == 2 ? 1 : 2 * (Math.log(n - 1.0) + EULER) - 2 * (n - 1.0) / n;
  }

  /** A sample without replacement, in the first places. */
  private static void draw(int[] order, int sample, SplittableRandom random) {
    for (int i = 0; i < sample; i++) {
      int other = i + random.nextInt(order.length - i);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private static int check(double[][] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("rows must not be empty");
    }
    int width = rows[0].length;
    for (double[] row : rows) {
      if (row.length != width) {
        throw new IllegalArgumentException("rows must all have %d values".formatted(width));
      }
      for (double value : row) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("rows must hold finite numbers, but one is " + value);
        }
      }
    }
    return width;
  }
}
