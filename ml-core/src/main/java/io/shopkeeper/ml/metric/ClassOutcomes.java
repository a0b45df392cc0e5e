package io.shopkeeper.ml.metric;

import java.util.Arrays;

/**
 * Predicted probabilities beside true classes, looked at once, so that {@link ClassMetrics} of any
 * sample of the rows cost little. Immutable and safe for use by several threads.
 */
public final class ClassOutcomes {

  private static final double LEAST = 1e-15;

  private final int classes;
  private final int[] codes;
  private final int[] guesses;
  private final double[] losses;
  private final double[] squares;
  private final double[] certainties;
  private final boolean[] hits;

  /**
   * Looks at predictions; the codes are not copied.
   *
   * @param probabilities rows × classes, of each row adding up to 1
   * @param codes the true classes
   */
  public ClassOutcomes(double[][] probabilities, int[] codes) {
    if (probabilities.length != codes.length) {
      throw new IllegalArgumentException(
          "%,d predictions of %,d classes".formatted(probabilities.length, codes.length));
    }
    int n = codes.length;
    this.codes = codes;
    classes = n == 0 ? 2 : probabilities[0].length;
    guesses = new int[n];
    losses = new double[n];
    squares = new double[n];
    certainties = new double[n];
    hits = new boolean[n];
    for (int row = 0; row < n; row++) {
      look(row, probabilities[row]);
    }
  }

  private void look(int row, double[] p) {
    int best = 0;
    for (int code = 1; code < classes; code++) {
      best = p[code] > p[best] ? code : best;
    }
    guesses[row] = best;
    losses[row] = -Math.log(Math.max(LEAST, p[codes[row]]));
    certainties[row] = classes == 2 ? p[1] : p[best];
    hits[row] = classes == 2 ? codes[row] == 1 : codes[row] == best;
    double square = 0;
    for (int code = classes == 2 ? 1 : 0; code < classes; code++) {
      double error = p[code] - (codes[row] == code ? 1 : 0);
      square += error * error;
    }
    squares[row] = square;
  }

  /** How many. */
  public int classes() {
    return classes;
  }

  /** How many. */
  public int rows() {
    return codes.length;
  }

  /** Of two classes, the order by the probability of the second. */
  public BinaryScores scores() {
    return new BinaryScores(certainties, hits);
  }

  /** Of all rows. */
  ClassMetrics metrics() {
    int[] once = new int[codes.length];
    Arrays.fill(once, 1);
    return metrics(once);
  }

  /**
   * Of rows that count several times; NaN where none counts.
   *
   * @param times how often each row counts
   */
  public ClassMetrics metrics(int[] times) {
    long[][] counts = new long[classes][classes];
    double[] bins = new double[ClassMetrics.BINS];
    long rows = 0;
    double loss = 0;
    double square = 0;
    for (int row = 0; row < times.length; row++) {
      int weight = times[row];
      if (weight == 0) {
        continue;
      }
      rows += weight;
      counts[codes[row]][guesses[row]] += weight;
      loss += weight * losses[row];
      square += weight * squares[row];
      int bin = Math.clamp((int) (certainties[row] * ClassMetrics.BINS), 0, ClassMetrics.BINS - 1);
      bins[bin] += weight * ((hits[row] ? 1 : 0) - certainties[row]);
    }
    var confusion = new Confusion(counts);
    boolean two = classes == 2;
    return new ClassMetrics(
        rows == 0 ? Double.NaN : confusion.accuracy(),
        two ? confusion.precision(1) : confusion.mean(confusion::precision),
        two ? confusion.recall(1) : confusion.mean(confusion::recall),
        two ? confusion.f1(1) : confusion.mean(confusion::f1),
        confusion.mean(confusion::f1),
        loss / rows,
        square / rows,
        Arrays.stream(bins).map(Math::abs).sum() / rows);
  }
}
