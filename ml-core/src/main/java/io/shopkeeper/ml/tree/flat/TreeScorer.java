package io.shopkeeper.ml.tree.flat;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Scores rows with trees, fast: trees of at most 64 leaves by striking leaves out, see {@link
 * QuickScorer}; others one row with eight trees side by side, or eight rows with one tree, so that
 * the processor has eight walks to go on with while memory answers. The sums are those of {@link
 * FlatTrees#score}, bit for bit: values are added tree after tree. Safe for use by several threads.
 */
public final class TreeScorer {

  private static final int EXPONENT = 0x7F800000;

  private final FlatTrees trees;
  private final Optional<FiniteWalk> finite;
  private final Optional<AnyWalk> any;
  private final Optional<QuickScorer> quick;

  /** What one row needs and the next may have; threads that meet here make their own. */
  private final AtomicReference<QuickScorer.Room> spare = new AtomicReference<>();

  public TreeScorer(FlatTrees trees) {
    this.trees = trees;
    quick = QuickScorerBuilder.build(trees, Question.of(trees));
    Optional<long[]> packed = PackedNodes.of(trees);
    int[] depths = depths(trees);
    any = packed.map(nodes -> new AnyWalk(trees, nodes, trees.roots, depths));
    finite =
        packed
            .filter(nodes -> !trees.shared() && !trees.anyCategories())
            .map(nodes -> new FiniteWalk(nodes, trees.roots, depths, values(trees)));
  }

  /** For each tree the greatest depth of it and those before it, of the same output. */
  private static int[] depths(FlatTrees trees) {
    int[] depths = new int[trees.trees()];
    for (int output = 0; output < (trees.shared() ? 1 : trees.outputs()); output++) {
      int deepest = 0;
      for (int tree = trees.firstTree(output); tree < trees.endTree(output); tree++) {
        deepest = Math.max(deepest, trees.depth(tree));
        depths[tree] = deepest;
      }
    }
    return depths;
  }

  private static float[] values(FlatTrees trees) {
    float[] values = new float[trees.nodes()];
    for (int node = 0; node < values.length; node++) {
      values[node] = trees.isLeaf(node) ? trees.values[trees.place[node]] : 0;
    }
    return values;
  }

  /** The trees. */
  public FlatTrees trees() {
    return trees;
  }

  /**
   * The scores of a row.
   *
   * @param rows floats as of {@link io.shopkeeper.ml.table.Schema}
   * @param offset where the row begins
   * @param width floats of the row
   * @param scores one for each output; written
   */
  public void score(float[] rows, int offset, int width, double[] scores) {
    if (quick.isPresent()) {
      QuickScorer found = quick.get();
      QuickScorer.Room room = room(found);
      found.find(rows, offset, isFinite(rows, offset, offset + width), 0, trees.trees(), room);
      for (int output = 0; output < trees.outputs; output++) {
        scores[output] = sum(found, room, output);
      }
      spare.setRelease(room);
      return;
    }
    if (trees.shared() && any.isPresent()) {
      System.arraycopy(trees.base, 0, scores, 0, scores.length);
      any.get().addShared(rows, offset, scores);
      return;
    }
    for (int output = 0; output < trees.outputs; output++) {
      scores[output] = score(rows, offset, width, output);
    }
  }

  /** One score of a row. */
  public double score(float[] rows, int offset, int width, int output) {
    if (quick.isPresent()) {
      QuickScorer.Room room = room(quick.get());
      double score = score(quick.get(), rows, offset, width, output, room);
      spare.setRelease(room);
      return score;
    }
    if (any.isEmpty() || trees.shared()) {
      return trees.score(rows, offset, output);
    }
    int from = trees.firstTree(output);
    int to = trees.endTree(output);
    return finite.isPresent() && isFinite(rows, offset, offset + width)
        ? finite.get().sum(rows, offset, from, to, trees.base[output])
        : any.get().sum(rows, offset, from, to, trees.base[output]);
  }

  /**
   * One score of each of some rows, tree after tree, so that a tree stays in the processor's cache
   * while all rows pass it.
   *
   * @param rows floats, row after row
   * @param width floats of a row
   * @param from first row
   * @param to after the last row
   * @param scores of {@code to − from} values; written
   */
  public void score(float[] rows, int width, int from, int to, int output, double[] scores) {
    if (quick.isPresent()) {
      var room = new QuickScorer.Room(quick.get());
      for (int row = from; row < to; row++) {
        scores[row - from] = score(quick.get(), rows, row * width, width, output, room);
      }
      return;
    }
    if (finite.isEmpty() || !isFinite(rows, from * width, to * width)) {
      for (int row = from; row < to; row++) {
        scores[row - from] = score(rows, row * width, width, output);
      }
      return;
    }
    Arrays.fill(scores, 0, to - from, trees.base[output]);
    for (int tree = trees.firstTree(output); tree < trees.endTree(output); tree++) {
      finite.get().add(tree, rows, width, from, to, scores);
    }
  }

  private QuickScorer.Room room(QuickScorer found) {
    QuickScorer.Room room = spare.getAndSet(null);
    return room == null ? new QuickScorer.Room(found) : room;
  }

  private double score(
      QuickScorer found, float[] rows, int offset, int width, int output, QuickScorer.Room room) {
    boolean finite = isFinite(rows, offset, offset + width);
    found.find(rows, offset, finite, trees.firstTree(output), trees.endTree(output), room);
    return sum(found, room, output);
  }

  private double sum(QuickScorer found, QuickScorer.Room room, int output) {
    return found.sum(room, trees.firstTree(output), trees.endTree(output), trees.base[output]);
  }

  private static boolean isFinite(float[] rows, int from, int to) {
    int unusual = 0;
    for (int i = from; i < to; i++) {
      unusual += ((Float.floatToRawIntBits(rows[i]) & EXPONENT) + 0x00800000) >>> 31;
    }
    return unusual == 0;
  }
}
