package io.shopkeeper.ml.experiment;

/**
 * Intervals that hold at all times together, so that one may look at every new unit and stop when
 * one likes: the asymptotic confidence sequence of I. Waudby-Smith, D. Arbour, R. Sinha, E. Kennedy
 * and A. Ramdas ("Time-uniform central limit theory and asymptotic confidence sequences", Annals of
 * Statistics 52(6), 2024, theorem 2.2): estimate ± standard error · √(2·(t·ρ² + 1)/(t·ρ²) ·
 * log(√(t·ρ² + 1)/α)) after t units. For a normal metric it is the mixture sequential probability
 * ratio test with a normal prior of variance ρ²·σ² (R. Johari, P. Koomen, L. Pekelis, D. Walsh,
 * "Peeking at A/B Tests", KDD 2017), whose likelihood ratio gives the always-valid probability.
 *
 * <p>It is asymptotic in the units of the first look: {@link Effect} says nothing before {@value
 * Effect#LEAST_UNITS} units of each side. Thread-safe.
 *
 * @param alpha how often anything false may be said, ever: above 0 and below 1
 * @param rho the prior's width; use {@link #planned} to choose it
 */
public record ConfidenceSequence(double alpha, double rho) {

  /** Rejects a level that is none. */
  public ConfidenceSequence {
    if (!(alpha > 0 && alpha < 1) || !(rho > 0 && rho < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "alpha must be between 0 and 1 and rho above 0, but are %s and %s".formatted(alpha, rho));
    }
  }

  /**
   * Narrowest about when so many units are there (equation 10 of the paper, after S. Howard et al.,
   * "Time-uniform, nonparametric, nonasymptotic confidence sequences", Annals of Statistics 49(2),
   * 2021, section 3.5); true at all other times too. Must be chosen before the first look.
   *
   * @param units of both sides together, above 0
   */
  public static ConfidenceSequence planned(double alpha, double units) {
    return new ConfidenceSequence(alpha, Math.sqrt(information(alpha) / units));
  }

  /** t·ρ² at the planned t. */
  static double information(double alpha) {
    double log = -2 * Math.log(alpha);
    return log + Math.log(log) + 1;
  }

  /**
   * The same plan for one of several comparisons that share the level (Bonferroni).
   *
   * @param comparisons 1 or more
   */
  public ConfidenceSequence shared(int comparisons) {
    return new ConfidenceSequence(alpha / comparisons, rho);
  }

  /**
   * How many standard errors the interval reaches to each side.
   *
   * @param units until now, above 0
   */
  public double reach(double units) {
    double information = units * rho * rho;
    return Math.sqrt(
        2 * (information + 1) / information * (0.5 * Math.log(information + 1) - Math.log(alpha)));
  }

  /**
   * How improbable such an estimate is if the truth is 0, for who looks as often as he likes; it is
   * below alpha exactly where the interval leaves 0 out.
   *
   * @param z the estimate in standard errors
   * @return at most 1
   */
  public double probability(double z, double units) {
    double information = units * rho * rho;
    double logRatio =
        0.5 * z * z * information / (information + 1) - 0.5 * Math.log(information + 1);
    return Math.min(1, Math.exp(-logRatio));
  }
}
