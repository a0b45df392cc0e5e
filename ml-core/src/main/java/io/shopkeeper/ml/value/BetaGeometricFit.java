package io.shopkeeper.ml.value;

import static io.shopkeeper.ml.value.GammaFunctions.digamma;
import static io.shopkeeper.ml.value.GammaFunctions.logGamma;

import io.shopkeeper.ml.linear.Lbfgs;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;

/**
 * The parameters of a {@link BetaGeometric} by maximum likelihood, over their logarithms, with a
 * normal prior on these around usual values where its weight is above 0.
 */
final class BetaGeometricFit {

  /** ln r, ln α as a share of the mean age, ln a, ln b: where the search and the prior begin. */
  private static final double[] USUAL = {Math.log(0.5), Math.log(0.25), 0, Math.log(3)};

  private static final double TOLERANCE = 1e-9;

  private final List<PurchaseSummary> seen;
  private final boolean afterFirst;
  private final double prior;
  private final double meanAge;
  private final int[] repeats;

  BetaGeometricFit(List<PurchaseSummary> seen, boolean afterFirst, double prior) {
    this.seen = seen;
    this.afterFirst = afterFirst;
    this.prior = prior;
    this.meanAge = seen.stream().mapToDouble(PurchaseSummary::age).average().orElse(1);
    this.repeats = seen.stream().mapToInt(PurchaseSummary::repeats).distinct().sorted().toArray();
  }

  /** Fits. */
  BetaGeometric fit(int iterations, TrainingListener listener) {
    double[] from = USUAL.clone();
    from[1] += Math.log(Math.max(meanAge, 1e-6));
    Lbfgs search =
        new Lbfgs(
            (x, gradient) -> {
              listener.stopIfCancelled();
              return loss(x, from, gradient);
            },
            new double[0],
            iterations,
            TOLERANCE);
    Lbfgs.Result found =
        search.minimise(
            from, done -> listener.progress(Math.min(1, (double) done / iterations), "fitting"));
    return model(found.x());
  }

  private BetaGeometric model(double[] x) {
    return new BetaGeometric(
        Math.exp(x[0]), Math.exp(x[1]), Math.exp(x[2]), Math.exp(x[3]), afterFirst);
  }

  /** The negative mean log-likelihood with the prior, and its gradient. */
  double loss(double[] x, double[] usual, double[] gradient) {
    double r = Math.exp(x[0]);
    double alpha = Math.exp(x[1]);
    double a = Math.exp(x[2]);
    double b = Math.exp(x[3]);
    ByRepeats known = new ByRepeats(r, a, b);
    double sum = 0;
    double byR = 0;
    double byAlpha = 0;
    double byA = 0;
    double byB = 0;
    for (PurchaseSummary one : seen) {
      int n = afterFirst ? one.repeats() + 1 : one.repeats();
      double shape = r + one.repeats();
      double logAge = Math.log(alpha + one.age());
      double logRecency = Math.log(alpha + one.recency());
      double alive = -shape * logAge;
      double left =
          n == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / (b + n - 1)) - shape * logRecency;
      double gone = 1 / (1 + Math.exp(alive - left));
      sum += known.constant[one.repeats()] + BetaGeometric.logSum(alive, left);
      byR += known.byR[one.repeats()] - (1 - gone) * logAge - gone * logRecency;
      byAlpha -= shape * ((1 - gone) / (alpha + one.age()) + gone / (alpha + one.recency()));
      byA += known.byA[one.repeats()] + gone / a;
      byB += known.byB[one.repeats()] - (n == 0 ? 0 : gone / (b + n - 1));
    }
    int count = seen.size();
    gradient[0] = -r * (byR / count + x[1]);
    gradient[1] = -(alpha * byAlpha / count + r);
    gradient[2] = -a * byA / count;
    gradient[3] = -b * byB / count;
    double loss = -(sum / count + r * x[1]);
    for (int i = 0; i < x.length; i++) {
      double off = x[i] - usual[i];
      loss += 0.5 * prior / count * off * off;
      gradient[i] += prior / count * off;
    }
    return loss;
  }

  /** What depends on the number of purchases alone, once for each number that there is. */
  private final class ByRepeats {
    private final double[] constant;
    private final double[] byR;
    private final double[] byA;
    private final double[] byB;

    ByRepeats(double r, double a, double b) {
      int size = repeats[repeats.length - 1] + 1;
      constant = new double[size];
      byR = new double[size];
      byA = new double[size];
      byB = new double[size];
      double log = logGamma(r) - logGamma(a + b) + logGamma(b);
      double psiR = digamma(r);
      double psiB = digamma(b);
      double psiAb = digamma(a + b);
      for (int x : repeats) {
        int n = afterFirst ? x + 1 : x;
        constant[x] = logGamma(r + x) + logGamma(b + n) - logGamma(a + b + n) - log;
        byR[x] = digamma(r + x) - psiR;
        double psi = psiAb - digamma(a + b + n);
        byA[x] = psi;
        byB[x] = psi + digamma(b + n) - psiB;
      }
    }
  }
}
