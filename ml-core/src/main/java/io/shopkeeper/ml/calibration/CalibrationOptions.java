package io.shopkeeper.ml.calibration;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;

/**
 * How to calibrate.
 *
 * @param method of the curve
 * @param folds of the predictions that it is fitted to
 */
public record CalibrationOptions(Method method, @Limits(least = 2, most = 20) int folds) {

  /** Isotonic, by five folds. */
  public static final CalibrationOptions STANDARD = new CalibrationOptions(Method.ISOTONIC, 5);

  /** Kinds of curves. */
  public enum Method {
    /** {@link IsotonicCalibration}. */
    ISOTONIC,
    /** {@link PlattScaling}. */
    PLATT;

    Calibrator fit(double[] probabilities, boolean[] positive) {
      return this == ISOTONIC
          ? IsotonicCalibration.fit(probabilities, positive)
          : PlattScaling.fitProbabilities(probabilities, positive);
    }
  }

  public CalibrationOptions {
    WrongOptionException.unlessWithin("folds", folds, 2, 20);
  }
}
