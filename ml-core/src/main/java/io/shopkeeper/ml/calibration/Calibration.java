package io.shopkeeper.ml.calibration;

/** How an algorithm's probabilities are corrected: an option of those that learn classes. */
public enum Calibration {
  /** Not at all. */
  NONE,
  /** {@link PlattScaling}: a smooth curve, for few rows. */
  PLATT,
  /** {@link IsotonicCalibration}: steps, from about a thousand rows on. */
  ISOTONIC;

  /** A curve of its kind. */
  Calibrator fit(double[] probabilities, boolean[] positive) {
    return switch (this) {
      case NONE -> throw new IllegalStateException("no calibration has no curve");
      case PLATT -> PlattScaling.fitProbabilities(probabilities, positive);
      case ISOTONIC -> IsotonicCalibration.fit(probabilities, positive);
    };
  }
}
