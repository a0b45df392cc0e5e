package io.shopkeeper.ml.experiment;

/**
 * How many units an experiment needs. Two arms of equal shares, a difference δ, a variance σ² of a
 * unit, that of both arms on average: n = (reach + z)²·2σ²/δ² units of each arm, z the normal
 * quantile of the power. One look at the end reaches the normal quantile of 1 − α/2 (W. Cochran's
 * formula, as in Kohavi et al., 2020, chapter 17); looking at all times reaches further, about 1.9
 * times the units for 5 % and 80 %, and may end far earlier.
 *
 * @param alpha how often a difference may be seen where there is none
 * @param power how often a difference that is there is found by then, above 0.5 and below 1
 */
public record SampleSize(double alpha, double power) {

  /** Rejects levels that are none. */
  public SampleSize {
    if (!(alpha > 0 && alpha < 1) || !(power > 0.5 && power < 1)) {
      throw new IllegalArgumentException(
          "alpha must be between 0 and 1 and power between 0.5 and 1, but are %s and %s"
              .formatted(alpha, power));
    }
  }

  /**
   * Units of each arm for one look at the end.
   *
   * @param mean of the metric in the control
   * @param variance of a unit, that of both arms on average
   * @param lift to be found, as a share of the mean: 0.05 for 5 %
   */
  public long once(double mean, double variance, double lift) {
    return units(Distributions.normalQuantile(1 - alpha / 2), mean, variance, lift);
  }

  /**
   * Units of each arm for looking at all times with a sequence planned for as many; those who look
   * find it by then with the power at least, since what was found before counts too.
   */
  public long sequential(double mean, double variance, double lift) {
    double information = ConfidenceSequence.information(alpha);
    return units(new ConfidenceSequence(alpha, 1).reach(information), mean, variance, lift);
  }

  /**
   * The same for a share, such as of visitors who buy, whose variance follows from it.
   *
   * @param share in the control, above 0; with the lift below 1
   */
  public long sequentialOfShare(double share, double lift) {
    double lifted = share * (1 + lift);
    return sequential(share, (share * (1 - share) + lifted * (1 - lifted)) / 2, lift);
  }

  /** The power after one look at so many units of each arm. */
  public double powerOnce(long units, double mean, double variance, double lift) {
    double z = Math.abs(mean * lift) / Math.sqrt(2 * variance / units);
    return Distributions.normal(z - Distributions.normalQuantile(1 - alpha / 2));
  }

  private long units(double reach, double mean, double variance, double lift) {
    if (!(mean != 0 && variance > 0 && lift != 0)) {
      throw new IllegalArgumentException(
          "mean and lift must not be 0 and the variance above 0, but are %s, %s and %s"
              .formatted(mean, lift, variance));
    }
    double steps = reach + Distributions.normalQuantile(power);
    double difference = mean * lift;
    return (long) Math.ceil(steps * steps * 2 * variance / (difference * difference));
  }
}
