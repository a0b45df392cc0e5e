package io.shopkeeper.ml.metric;

/**
 * Quality of predicted classes and probabilities. Of two classes the second is the positive one:
 * precision, recall and F1 are its; of more they are means over the classes.
 *
 * @param accuracy share of rows whose most probable class is the true one; of equal ones the first
 * @param precision of what was called positive, the share that is; 0 where nothing was called so
 * @param recall of what is positive, the share that was called so; 0 where nothing is
 * @param f1 harmonic mean of precision and recall
 * @param macroF1 mean of the classes' F1; classes without a row and a prediction do not count
 * @param logLoss mean of −ln p of the true class, p at least 1e-15
 * @param brier mean of (p − 1)² of the positive class; of several the sum over the classes
 * @param calibrationError expected calibration error in {@value #BINS} bins of equal width of the
 *     positive class' probability, or of the greatest of several (Naeini, Cooper and Hauskrecht,
 *     2015)
 */
public record ClassMetrics(
    double accuracy,
    double precision,
    double recall,
    double f1,
    double macroF1,
    double logLoss,
    double brier,
    double calibrationError) {

  /** Bins of the calibration error. */
  public static final int BINS = 10;

  private static final double LEAST = 1e-15;

  /**
   * Measures.
   *
   * @param probabilities rows × classes, of each row adding up to 1
   * @param codes the true classes
   */
  public static ClassMetrics of(double[][] probabilities, int[] codes) {
    if (probabilities.length != codes.length || codes.length == 0) {
      throw new IllegalArgumentException(
          "%d rows, but %d classes; at least one row is needed"
              .formatted(probabilities.length, codes.length));
    }
    int classes = probabilities[0].length;
    long[][] confusion = new long[classes][classes];
    double logLoss = 0;
    double brier = 0;
    var bins = new Bins();
    for (int row = 0; row < codes.length; row++) {
      double[] p = probabilities[row];
      int guess = best(p);
      confusion[codes[row]][guess]++;
      logLoss -= Math.log(Math.max(LEAST, p[codes[row]]));
      brier += brier(p, codes[row]);
      bins.add(
          classes == 2 ? p[1] : p[guess], classes == 2 ? codes[row] == 1 : codes[row] == guess);
    }
    var counts = new Confusion(confusion);
    double precision = classes == 2 ? counts.precision(1) : counts.mean(counts::precision);
    double recall = classes == 2 ? counts.recall(1) : counts.mean(counts::recall);
    return new ClassMetrics(
        counts.accuracy(),
        precision,
        recall,
        classes == 2 ? counts.f1(1) : counts.mean(counts::f1),
        counts.mean(counts::f1),
        logLoss / codes.length,
        brier / codes.length,
        bins.error());
  }

  private static int best(double[] p) {
    int best = 0;
    for (int i = 1; i < p.length; i++) {
      best = p[i] > p[best] ? i : best;
    }
    return best;
  }

  private static double brier(double[] p, int code) {
    if (p.length == 2) {
      return (p[1] - code) * (p[1] - code);
    }
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double error = p[i] - (i == code ? 1 : 0);
      sum += error * error;
    }
    return sum;
  }

  private static final class Bins {
    private final double[] sums = new double[BINS];
    private final long[] hits = new long[BINS];
    private long rows;

    void add(double p, boolean hit) {
      int bin = Math.clamp((int) (p * BINS), 0, BINS - 1);
      sums[bin] += p;
      hits[bin] += hit ? 1 : 0;
      rows++;
    }

    /** Σ |share of hits − mean probability| of the bins, each counting as many rows as it has. */
    double error() {
      double error = 0;
      for (int bin = 0; bin < BINS; bin++) {
        error += Math.abs(hits[bin] - sums[bin]);
      }
      return error / rows;
    }
  }
}
