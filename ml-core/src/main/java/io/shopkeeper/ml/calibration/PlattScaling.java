package io.shopkeeper.ml.calibration;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A sigmoid of the score: P(y = 1 | f) = 1 / (1 + exp(A·f + B)), by the Newton method with
 * backtracking of H.-T. Lin, C.-J. Lin, R. C. Weng, "A Note on Platt's Probabilistic Outputs for
 * Support Vector Machines", Machine Learning 68, 2007. The targets are 1 and 0 drawn inwards by the
 * prior, (N₊ + 1) / (N₊ + 2) and 1 / (N₋ + 2), so that few rows do not give certainty. Suits few
 * rows and errors that look like a sigmoid. As a {@link Calibrator} its f is ln(p / (1 − p)).
 *
 * @param slope A; below 0 where greater scores are more often positive
 * @param offset B
 */
public record PlattScaling(double slope, double offset) implements Calibrator {

  static final int STORED = 1;

  private static final int ITERATIONS = 100;
  private static final double LEAST_STEP = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double TOLERANCE = 1e-9;

  /** Beyond this a probability is as good as certain: ln of the odds is about ±34. */
  private static final double EDGE = 1e-15;

  public PlattScaling {
    if (!Double.isFinite(slope) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException("A and B must be finite: %s, %s".formatted(slope, offset));
    }
  }

  /**
   * Fits to scores.
   *
   * @param scores finite, of any scale
   * @param positive of each score
   * @throws IllegalArgumentException if there are no scores or one is not finite
   */
  public static PlattScaling fit(double[] scores, boolean[] positive) {
    if (scores.length == 0 || scores.length != positive.length) {
      throw new IllegalArgumentException(
          "%,d scores and %,d labels: both must be of one length, not 0"
              .formatted(scores.length, positive.length));
    }
    int positives = 0;
    for (int row = 0; row < scores.length; row++) {
      if (!Double.isFinite(scores[row])) {
        throw new IllegalArgumentException("score %,d is %s".formatted(row, scores[row]));
      }
      positives += positive[row] ? 1 : 0;
    }
    return new Newton(scores, positive, positives).run();
  }

  /**
   * Fits to probabilities.
   *
   * @param probabilities from 0 to 1
   */
  public static PlattScaling fitProbabilities(double[] probabilities, boolean[] positive) {
    double[] scores = new double[probabilities.length];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = logOdds(probabilities[row]);
    }
    return fit(scores, positive);
  }

  /** The probability of a score. */
  public double probability(double score) {
    return sigmoid(slope * score + offset);
  }

  @Override
  public double calibrate(double probability) {
    return probability(logOdds(probability));
  }

  private static double logOdds(double probability) {
    double within = Math.max(EDGE, Math.min(1 - EDGE, probability));
    return Math.log(within) - Math.log1p(-within);
  }

  /** 1 / (1 + e^z), without overflow. */
  private static double sigmoid(double z) {
    return z >= 0 ? Math.exp(-z) / (1 + Math.exp(-z)) : 1 / (1 + Math.exp(z));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(STORED);
    out.writeDouble(slope);
    out.writeDouble(offset);
  }

  static PlattScaling readRest(DataInput in) throws IOException {
    double slope = in.readDouble();
    double offset = in.readDouble();
    if (!Double.isFinite(slope) || !Double.isFinite(offset)) {
      throw new IOException("damaged: a sigmoid of %s, %s".formatted(slope, offset));
    }
    return new PlattScaling(slope, offset);
  }

  /** The iteration; the names are those of the paper's Algorithm 1. */
  private static final class Newton {

    private final double[] scores;
    private final double[] targets;
    private double a;
    private double b;

    Newton(double[] scores, boolean[] positive, int positives) {
      int negatives = scores.length - positives;
      double high = (positives + 1.0) / (positives + 2.0);
      double low = 1 / (negatives + 2.0);
      this.scores = scores;
      this.targets = new double[scores.length];
      for (int row = 0; row < targets.length; row++) {
        targets[row] = positive[row] ? high : low;
      }
      b = Math.log((negatives + 1.0) / (positives + 1.0));
    }

    PlattScaling run() {
      double value = loss(a, b);
      for (int iteration = 0; iteration < ITERATIONS; iteration++) {
        double[] d = direction();
        if (d == null) {
          break;
        }
        double step = 1;
        double next = loss(a + d[0], b + d[1]);
        while (step >= LEAST_STEP && next >= value + 1e-4 * step * d[2]) {
          step /= 2;
          next = loss(a + step * d[0], b + step * d[1]);
        }
        if (step < LEAST_STEP) {
          break;
        }
        a += step * d[0];
        b += step * d[1];
        value = next;
      }
      return new PlattScaling(a, b);
    }

    /** The Newton step of A and of B and the slope along it; null where the gradient is 0. */
    private double[] direction() {
      double h11 = RIDGE;
      double h22 = RIDGE;
      double h21 = 0;
      double g1 = 0;
      double g2 = 0;
      for (int row = 0; row < scores.length; row++) {
        double p = sigmoid(scores[row] * a + b);
        double d2 = p * (1 - p);
        double d1 = targets[row] - p;
        h11 += scores[row] * scores[row] * d2;
        h22 += d2;
        h21 += scores[row] * d2;
        g1 += scores[row] * d1;
        g2 += d1;
      }
      if (Math.abs(g1) < TOLERANCE && Math.abs(g2) < TOLERANCE) {
        return null;
      }
      double determinant = h11 * h22 - h21 * h21;
      if (!(determinant > 0)) {
        return null;
      }
      double dA = -(h22 * g1 - h21 * g2) / determinant;
      double dB = -(h11 * g2 - h21 * g1) / determinant;
      return new double[] {dA, dB, g1 * dA + g2 * dB};
    }

    /** Cross entropy, written so that nothing overflows. */
    private double loss(double slope, double offset) {
      double sum = 0;
      for (int row = 0; row < scores.length; row++) {
        double z = scores[row] * slope + offset;
        sum +=
            z >= 0
                ? targets[row] * z + Math.log1p(Math.exp(-z))
                : (targets[row] - 1) * z + Math.log1p(Math.exp(z));
      }
      return sum;
    }
  }
}
