package io.shopkeeper.ml.value;

import static io.shopkeeper.ml.value.GammaFunctions.logBeta;
import static io.shopkeeper.ml.value.GammaFunctions.logGamma;

/**
 * Repeat purchases as of the BG/NBD model: while a customer is alive, purchases come at a rate λ,
 * and after each one the customer leaves for ever with a probability p; λ is Gamma(r, α) and p is
 * Beta(a, b) among customers. Sources: P. Fader, B. Hardie, K. L. Lee, "Counting Your Customers the
 * Easy Way: An Alternative to the Pareto/NBD Model", Marketing Science 24, 2005, whose r, α, a, b,
 * x, t_x and T are the names here; with {@code afterFirst} the modified model of E. Batislam, M.
 * Denizel, A. Filiztekin, "Empirical validation and comparison of models for customer base
 * analysis", International Journal of Research in Marketing 24, 2007, in which customers can leave
 * after the first purchase already.
 *
 * <p>Both are one formula here: a customer had n occasions to leave, x or x + 1 of them. Immutable.
 *
 * @param r shape of the rates, above 0
 * @param alpha α, in weeks, above 0
 * @param a of the probability of leaving, above 0
 * @param b of the probability of leaving, above 0
 * @param afterFirst whether the first purchase is an occasion to leave too
 */
public record BetaGeometric(double r, double alpha, double a, double b, boolean afterFirst) {

  public BetaGeometric {
    if (!positive(r) || !positive(alpha) || !positive(a) || !positive(b)) {
      throw new IllegalArgumentException(
          "r, α, a and b must be above 0, but are %s, %s, %s, %s".formatted(r, alpha, a, b));
    }
  }

  private static boolean positive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  /** The logarithm of the likelihood of one customer, equation (6) of the paper. */
  public double logLikelihood(PurchaseSummary seen) {
    int n = occasions(seen.repeats());
    double x = r + seen.repeats();
    double alive = -x * Math.log(alpha + seen.age());
    double both = n == 0 ? alive : logSum(alive, leftTerm(seen, n));
    return logGamma(x)
        - logGamma(r)
        + r * Math.log(alpha)
        + logBeta(a, b + n)
        - logBeta(a, b)
        + both;
  }

  /** The logarithm of how likely it is that the last purchase was the end, beside B(a, b + n). */
  private double leftTerm(PurchaseSummary seen, int n) {
    return Math.log(a / (b + n - 1)) - (r + seen.repeats()) * Math.log(alpha + seen.recency());
  }

  static double logSum(double first, double second) {
    double greater = Math.max(first, second);
    return greater + Math.log1p(Math.exp(Math.min(first, second) - greater));
  }

  private int occasions(int repeats) {
    return afterFirst ? repeats + 1 : repeats;
  }

  /**
   * How probably a customer will still buy at all, 0 to 1. Without {@code afterFirst} it is 1 for
   * everybody with one purchase: so the model has it.
   */
  public double alive(PurchaseSummary seen) {
    int n = occasions(seen.repeats());
    if (n == 0) {
      return 1;
    }
    double left = leftTerm(seen, n) + (r + seen.repeats()) * Math.log(alpha + seen.age());
    return 1 / (1 + Math.exp(left));
  }

  /**
   * Purchases to expect in the weeks after the question, equation (10) of the paper.
   *
   * @param weeks 0 or more
   */
  public double expected(PurchaseSummary seen, double weeks) {
    return discounted(seen, weeks, 0);
  }

  /**
   * The same, a purchase after t weeks counting as e^−(discount·t).
   *
   * @param discount a week, 0 or more
   */
  public double discounted(PurchaseSummary seen, double weeks, double discount) {
    int n = occasions(seen.repeats());
    return alive(seen)
        * PurchaseRate.sum(r + seen.repeats(), alpha + seen.age(), a, b + n, weeks, discount);
  }

  /** How probably there is a purchase at all in the weeks after the question, 0 to 1. */
  public double buys(PurchaseSummary seen, double weeks) {
    double none = (r + seen.repeats()) * Math.log1p(weeks / (alpha + seen.age()));
    return alive(seen) * -Math.expm1(-none);
  }

  /**
   * In how many weeks a customer who is alive has made the next purchase with a probability: the
   * quantile of the waiting time. Of who is alive λ is Gamma(r + x, α + T) (appendix of the paper),
   * so that the wait is Pareto of the second kind; its mean does not exist where r + x ≤ 1, its
   * quantiles always do.
   *
   * @param share 0 to below 1
   */
  public double waiting(PurchaseSummary seen, double share) {
    return (alpha + seen.age()) * Math.expm1(-Math.log1p(-share) / (r + seen.repeats()));
  }

  /** Weeks from one purchase to the next, at the mean of λ of a customer who is alive. */
  public double gap(PurchaseSummary seen) {
    return (alpha + seen.age()) / (r + seen.repeats());
  }

  /**
   * How probably somebody of whom nothing is known but a first purchase makes so many more within
   * so many weeks, equation (8) of the paper.
   *
   * @param repeats 0 or more
   * @param weeks above 0
   */
  public double probability(int repeats, double weeks) {
    int n = occasions(repeats);
    double some = Math.log(weeks / (alpha + weeks));
    double none = r * Math.log(alpha / (alpha + weeks));
    double alive =
        Math.exp(logBeta(a, b + n) - logBeta(a, b) + logRising(repeats) + none + repeats * some);
    if (n == 0) {
      return alive;
    }
    double fewer = 0;
    for (int j = 0; j < repeats; j++) {
      fewer += Math.exp(logRising(j) + none + j * some);
    }
    return alive + Math.exp(logBeta(a + 1, b + n - 1) - logBeta(a, b)) * Math.max(0, 1 - fewer);
  }

  /** ln Γ(r + j) / (Γ(r)·j!). */
  private double logRising(int j) {
    return logGamma(r + j) - logGamma(r) - logGamma(j + 1);
  }
}
