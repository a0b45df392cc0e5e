package io.shopkeeper.ml.value;

import static io.shopkeeper.ml.value.GammaFunctions.digamma;

import io.shopkeeper.ml.linear.Lbfgs;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;

/**
 * The parameters of a {@link GammaGamma} by maximum likelihood, over ln p, ln (q − 1) and ln γ, the
 * last as a share of the mean spend, with a normal prior on these where its weight is above 0.
 */
final class GammaGammaFit {

  private static final double[] USUAL = {Math.log(3), Math.log(2.5), 0};
  private static final double TOLERANCE = 1e-9;

  private final List<PurchaseSummary> spenders;
  private final double prior;
  private final double scale;

  /**
   * @param spenders with a mean spend above 0, at least one
   */
  GammaGammaFit(List<PurchaseSummary> spenders, double prior) {
    this.spenders = spenders;
    this.prior = prior;
    this.scale = spenders.stream().mapToDouble(PurchaseSummary::meanSpend).average().orElseThrow();
  }

  /** Fits. */
  GammaGamma fit(int iterations, TrainingListener listener) {
    Lbfgs search =
        new Lbfgs(
            (x, gradient) -> {
              listener.stopIfCancelled();
              return loss(x, gradient);
            },
            new double[0],
            iterations,
            TOLERANCE);
    Lbfgs.Result found =
        search.minimise(
            USUAL.clone(),
            done -> listener.progress(Math.min(1, (double) done / iterations), "fitting spends"));
    return new GammaGamma(
        Math.exp(found.x()[0]), 1 + Math.exp(found.x()[1]), scale * Math.exp(found.x()[2]));
  }

  /** The negative mean log-likelihood with the prior, and its gradient. */
  double loss(double[] x, double[] gradient) {
    double p = Math.exp(x[0]);
    double q = 1 + Math.exp(x[1]);
    double gamma = Math.exp(x[2]);
    var model = new GammaGamma(p, q, gamma);
    double sum = 0;
    double byP = 0;
    double byQ = 0;
    double byGamma = 0;
    double psiQ = digamma(q);
    for (PurchaseSummary one : spenders) {
      int count = one.repeats() + 1;
      double mean = one.meanSpend() / scale;
      double logAll = Math.log(gamma + mean * count);
      double psi = digamma(p * count + q);
      sum += model.logLikelihood(count, mean);
      byP += count * (psi - digamma(p * count) + Math.log(mean) + Math.log(count) - logAll);
      byQ += psi - psiQ + x[2] - logAll;
      byGamma += q / gamma - (p * count + q) / (gamma + mean * count);
    }
    int count = spenders.size();
    gradient[0] = -p * byP / count;
    gradient[1] = -(q - 1) * byQ / count;
    gradient[2] = -gamma * byGamma / count;
    double loss = -sum / count;
    for (int i = 0; i < x.length; i++) {
      double off = x[i] - USUAL[i];
      loss += 0.5 * prior / count * off * off;
      gradient[i] += prior / count * off;
    }
    return loss;
  }
}
