package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.metric.ClassMetrics;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The calibration error that a perfect model would show. In a bin of n rows the share that comes
 * true differs from its probability by chance, about √(p·(1 − p)/n), so that the error of few rows
 * is above 0 whatever predicts them. Here classes are drawn from the predicted probabilities
 * themselves, so that these are right by construction, and the error is measured as always (the
 * consistency resampling of J. Bröcker, L. A. Smith, "Increasing the Reliability of Reliability
 * Diagrams", Weather and Forecasting 22, 2007).
 *
 * @param mean of the error
 * @param range within which 95 of 100 draws lie
 */
public record CalibrationFloor(double mean, Interval range) {

  /** Draws that are enough for two digits. */
  public static final int DRAWS = 400;

  /**
   * Of predictions; rows × draws.
   *
   * @param probabilities rows × classes, at least one row, of each row adding up to 1
   */
  public static CalibrationFloor of(double[][] probabilities, long seed) {
    var random = new SplittableRandom(seed);
    int rows = probabilities.length;
    double[] certainties = new double[rows];
    for (int row = 0; row < rows; row++) {
      double[] p = probabilities[row];
      certainties[row] = p.length == 2 ? p[1] : Arrays.stream(p).max().orElseThrow();
    }
    double[] errors = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      errors[draw] = error(certainties, random);
    }
    Arrays.sort(errors);
    return new CalibrationFloor(
        Arrays.stream(errors).average().orElseThrow(),
        new Interval(errors[DRAWS / 40], errors[DRAWS - 1 - DRAWS / 40]));
  }

  private static double error(double[] certainties, SplittableRandom random) {
    double[] bins = new double[ClassMetrics.BINS];
    for (double certainty : certainties) {
      int bin = Math.clamp((int) (certainty * ClassMetrics.BINS), 0, ClassMetrics.BINS - 1);
      bins[bin] += (random.nextDouble() < certainty ? 1 : 0) - certainty;
    }
    return Arrays.stream(bins).map(Math::abs).sum() / certainties.length;
  }
}
