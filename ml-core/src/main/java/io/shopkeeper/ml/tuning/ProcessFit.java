package io.shopkeeper.ml.tuning;

import java.util.Arrays;

/**
 * The lengths and the noise that make points likely, with a belief that functions change over about
 * half of the cube, so that few points do not give extreme ones. Found coordinate by coordinate
 * with shrinking steps, from where the last fit ended: without randomness.
 */
final class ProcessFit {

  private static final double[] STEPS = {1.2, 0.6, 0.3, 0.15};
  private static final double USUAL_LENGTH = Math.log(0.5);
  private static final double USUAL_NOISE = Math.log(1e-3);
  private static final double LEAST_NOISE = Math.log(1e-6);
  private static final double MOST_NOISE = Math.log(0.5);

  /** Logarithms of the lengths, then of the noise. */
  private double[] logs = new double[0];

  /** The most likely process found. */
  GaussianProcess fit(double[][] x, double[] y) {
    int dimensions = x[0].length;
    if (logs.length != dimensions + 1) {
      logs = new double[dimensions + 1];
      Arrays.fill(logs, USUAL_LENGTH);
      logs[dimensions] = USUAL_NOISE;
    }
    double best = quality(x, y, logs);
    for (double step : STEPS) {
      for (int place = 0; place < logs.length; place++) {
        for (int sign = -1; sign <= 1; sign += 2) {
          double[] moved = logs.clone();
          moved[place] += sign * step;
          double quality = quality(x, y, moved);
          if (quality > best) {
            best = quality;
            logs = moved;
          }
        }
      }
    }
    return process(x, y, logs);
  }

  private static double quality(double[][] x, double[] y, double[] logs) {
    double noise = logs[logs.length - 1];
    if (noise < LEAST_NOISE || noise > MOST_NOISE) {
      return Double.NEGATIVE_INFINITY;
    }
    GaussianProcess process = process(x, y, logs);
    if (process == null) {
      return Double.NEGATIVE_INFINITY;
    }
    double prior = Math.pow((noise - USUAL_NOISE) / 3, 2);
    for (int place = 0; place < logs.length - 1; place++) {
      prior += Math.pow(logs[place] - USUAL_LENGTH, 2);
    }
    return process.logLikelihood() - 0.5 * prior;
  }

  private static GaussianProcess process(double[][] x, double[] y, double[] logs) {
    double[] lengths = new double[logs.length - 1];
    for (int place = 0; place < lengths.length; place++) {
      lengths[place] = Math.exp(logs[place]);
    }
    return GaussianProcess.fit(x, y, lengths, Math.exp(logs[logs.length - 1]));
  }
}
