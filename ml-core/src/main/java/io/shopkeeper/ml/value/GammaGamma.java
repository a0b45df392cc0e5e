package io.shopkeeper.ml.value;

import static io.shopkeeper.ml.value.GammaFunctions.logGamma;

/**
 * What is spent at a purchase, as of the Gamma-Gamma model: a customer's spends are Gamma(p, ν),
 * and ν is Gamma(q, γ) among customers; how much and how often have nothing to do with each other.
 * Source: P. Fader, B. Hardie, "The Gamma-Gamma Model of Monetary Value", 2013 (note 025), whose
 * names these are. Immutable.
 *
 * @param p shape of one customer's spends, above 0
 * @param q shape of what differs between customers, above 1, so that there is a mean
 * @param gamma γ, in the shop's currency, above 0
 */
public record GammaGamma(double p, double q, double gamma) {

  public GammaGamma {
    if (!(p > 0 && q > 1 && gamma > 0 && Double.isFinite(p * q * gamma))) {
      throw new IllegalArgumentException(
          "p and γ must be above 0 and q above 1, but are %s, %s, %s".formatted(p, gamma, q));
    }
  }

  /** The mean of all customers, p·γ / (q − 1). */
  public double mean() {
    return p * gamma / (q - 1);
  }

  /**
   * What a customer is expected to spend at a purchase: between the mean of all and the own one,
   * nearer to the own the more is known of it.
   *
   * @param purchases known, 0 or more
   * @param meanSpend at these; is not looked at where there is none
   */
  public double expected(int purchases, double meanSpend) {
    double known = p * purchases;
    return known == 0 ? mean() : ((q - 1) * mean() + known * meanSpend) / (known + q - 1);
  }

  /**
   * The logarithm of the likelihood of a mean spend, equation (1a) of the note.
   *
   * @param purchases 1 or more
   * @param meanSpend above 0
   */
  public double logLikelihood(int purchases, double meanSpend) {
    double shape = p * purchases;
    return logGamma(shape + q)
        - logGamma(shape)
        - logGamma(q)
        + q * Math.log(gamma)
        + (shape - 1) * Math.log(meanSpend)
        + shape * Math.log(purchases)
        - (shape + q) * Math.log(gamma + meanSpend * purchases);
  }
}
