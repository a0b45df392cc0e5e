package io.shopkeeper.ml.experiment;

/**
 * Whether the arms got as many units as they should. Where they did not, something loses or doubles
 * units of one arm and no other figure can be believed (A. Fabijan et al., "Diagnosing Sample Ratio
 * Mismatch in Online Controlled Experiments", KDD 2019).
 *
 * @param statistic Pearson's chi-square
 * @param probability of so great a one or a greater by chance, for who looks once
 * @param alwaysValid the same for who looks as often as he likes: the inverse of the Bayes factor
 *     with a uniform Dirichlet prior scaled to the shares (M. Lindon, A. Malek, "Anytime-Valid
 *     Inference For Multinomial Count Data", NeurIPS 2022); at most 1
 */
public record SampleRatio(double statistic, double probability, double alwaysValid) {

  /** Below it there is a mismatch: one false alarm in a thousand experiments. */
  public static final double ALARM = 0.001;

  /** How firmly the prior believes in the shares, in units. */
  private static final double CONCENTRATION = 100;

  /**
   * Tests.
   *
   * @param counts units of each arm
   * @param shares of each arm, 1 together
   */
  public static SampleRatio of(long[] counts, double[] shares) {
    if (counts.length != shares.length || counts.length < 2) {
      throw new IllegalArgumentException(
          "%d counts, but %d shares".formatted(counts.length, shares.length));
    }
    double all = 0;
    for (long count : counts) {
      all += count;
    }
    if (all == 0) {
      return new SampleRatio(0, 1, 1);
    }
    double statistic = 0;
    for (int arm = 0; arm < counts.length; arm++) {
      double expected = shares[arm] * all;
      statistic += (counts[arm] - expected) * (counts[arm] - expected) / expected;
    }
    return new SampleRatio(
        statistic,
        Distributions.chiSquareTail(statistic, counts.length - 1),
        Math.min(1, Math.exp(-logEvidence(counts, shares, all))));
  }

  /** log of ∫ Π θᵢ^nᵢ dDirichlet(θ; K·shares) / Π sharesᵢ^nᵢ. */
  private static double logEvidence(long[] counts, double[] shares, double all) {
    double log =
        Distributions.logGamma(CONCENTRATION) - Distributions.logGamma(CONCENTRATION + all);
    for (int arm = 0; arm < counts.length; arm++) {
      double prior = CONCENTRATION * shares[arm];
      log +=
          Distributions.logGamma(prior + counts[arm])
              - Distributions.logGamma(prior)
              - counts[arm] * Math.log(shares[arm]);
    }
    return log;
  }

  /** Whether the arms' numbers of units cannot be chance, whenever one looks. */
  public boolean isMismatch() {
    return alwaysValid < ALARM;
  }
}
