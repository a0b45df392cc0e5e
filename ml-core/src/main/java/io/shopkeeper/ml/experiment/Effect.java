package io.shopkeeper.ml.experiment;

import io.shopkeeper.ml.evaluation.Interval;

/**
 * What an arm did to a metric, beside the control. Interval and probability hold whenever and
 * however often one looks ({@link ConfidenceSequence}).
 *
 * @param difference arm − control
 * @param interval of the difference
 * @param lift arm / control − 1; NaN where the control has 0
 * @param relative the lift's interval, by the theorem of E. C. Fieller (JRSS B 16(2), 1954): it
 *     leaves 0 out exactly where the interval of the difference does; unknown where the control's
 *     mean may be 0
 * @param probability of such a difference or a greater one if there is none; 1 where nothing can be
 *     said
 */
public record Effect(
    double difference, Interval interval, double lift, Interval relative, double probability) {

  /** With fewer units in the arm or the control, nothing is said. */
  public static final int LEAST_UNITS = 100;

  /** Compares. */
  public static Effect of(Sample control, Sample arm, ConfidenceSequence level) {
    double difference = arm.mean() - control.mean();
    double lift = control.mean() == 0 ? Double.NaN : difference / control.mean();
    double squaredError = control.variance() / control.units() + arm.variance() / arm.units();
    if (control.units() < LEAST_UNITS
        || arm.units() < LEAST_UNITS
        || !control.says()
        || !arm.says()
        || !(squaredError > 0)) {
      return new Effect(difference, Interval.UNKNOWN, lift, Interval.UNKNOWN, 1);
    }
    double error = Math.sqrt(squaredError);
    double units = control.units() + arm.units();
    double reach = level.reach(units);
    return new Effect(
        difference,
        new Interval(difference - reach * error, difference + reach * error),
        lift,
        fieller(control, arm, reach),
        level.probability(difference / error, units));
  }

  /** All q − 1 with |arm − q·control| within reach of its error. */
  private static Interval fieller(Sample control, Sample arm, double reach) {
    double below = reach * reach * control.variance() / control.units();
    double above = reach * reach * arm.variance() / arm.units();
    double a = control.mean() * control.mean() - below;
    if (!(a > 0)) {
      return Interval.UNKNOWN;
    }
    double b = control.mean() * arm.mean();
    double root = Math.sqrt(Math.max(0, b * b - a * (arm.mean() * arm.mean() - above)));
    return new Interval((b - root) / a - 1, (b + root) / a - 1);
  }

  /** Whether the arm is surely better. */
  public boolean isBetter() {
    return interval.low() > 0;
  }

  /** Whether the arm is surely worse. */
  public boolean isWorse() {
    return interval.high() < 0;
  }

  /**
   * Whether the arm loses no more than a margin (non-inferiority; G. Piaggio et al., JAMA 308(24),
   * 2012).
   *
   * @param margin the loss that is borne, as a share of the control: 0.02 for 2 %
   */
  public Guard guarded(double margin) {
    if (relative.low() > -margin) {
      return Guard.SAFE;
    }
    return relative.high() < -margin ? Guard.BREACHED : Guard.OPEN;
  }

  /** What is known of a metric that must not suffer. */
  public enum Guard {
    /** It loses no more than the margin. */
    SAFE,
    /** It loses more. */
    BREACHED,
    /** Not known yet. */
    OPEN
  }
}
