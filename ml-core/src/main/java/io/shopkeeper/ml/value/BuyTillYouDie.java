package io.shopkeeper.ml.value;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * BG/NBD for how often, Gamma-Gamma for how much: seven numbers for the whole shop, fitted by
 * maximum likelihood. Sources stand at {@link BetaGeometric} and {@link GammaGamma}. Time is
 * customers × iterations.
 */
public final class BuyTillYouDie implements CustomerValueAlgorithm<BuyTillYouDie.Options> {

  static final String NAME = "bg-nbd";

  private static final int FEWEST = 10;

  /**
   * Options.
   *
   * @param horizonDays that forecasts are about
   * @param afterFirst whether customers may leave after their first purchase already
   * @param prior how firmly parameters are held near usual ones; 0 for maximum likelihood alone
   * @param discount of money that comes a year later
   * @param iterations at most, of each of the two fits
   */
  public record Options(
      @Limits(least = 1, most = 1830) int horizonDays,
      boolean afterFirst,
      @Limits(least = 0, most = 1000) double prior,
      @Limits(least = 0, most = 1) double discount,
      @Limits(least = 1, most = 10_000) int iterations) {

    public Options {
      WrongOptionException.unlessWithin("horizonDays", horizonDays, 1, 1830);
      WrongOptionException.unlessWithin("prior", prior, 0, 1000);
      WrongOptionException.unlessWithin("discount", discount, 0, 1);
      WrongOptionException.unlessWithin("iterations", iterations, 1, 10_000);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("quarter", new Options(90, true, 1, 0.1, 500));
    presets.put("year", new Options(365, true, 1, 0.1, 500));
    presets.put("published", new Options(90, false, 0, 0, 1000));
    return presets;
  }

  @Override
  public int horizonDays(Options options) {
    return options.horizonDays();
  }

  @Override
  public CustomerValueModel train(
      PurchaseLog log, Options options, long seed, TrainingListener listener) {
    listener.progress(0, "counting purchases");
    listener.stopIfCancelled();
    List<PurchaseSummary> seen =
        log.customers().stream().map(one -> PurchaseSummary.of(one, log.end())).toList();
    List<PurchaseSummary> spenders = seen.stream().filter(one -> one.meanSpend() > 0).toList();
    if (seen.size() < FEWEST || spenders.isEmpty()) {
      throw new IllegalArgumentException(
          "%s needs at least %d customers who bought, one of them for money, but there are %d and %d"
              .formatted(NAME, FEWEST, seen.size(), spenders.size()));
    }
    BetaGeometric visits =
        new BetaGeometricFit(seen, options.afterFirst(), options.prior())
            .fit(options.iterations(), PartOfTraining.of(listener, 0.05, 0.6, "purchases"));
    GammaGamma spends =
        new GammaGammaFit(spenders, options.prior())
            .fit(options.iterations(), PartOfTraining.of(listener, 0.6, 0.9, "spends"));
    listener.stopIfCancelled();
    listener.log(
        "r %.4g, α %.4g weeks, a %.4g, b %.4g; p %.4g, q %.4g, γ %.4g"
            .formatted(
                visits.r(),
                visits.alpha(),
                visits.a(),
                visits.b(),
                spends.p(),
                spends.q(),
                spends.gamma()));
    return BuyTillYouDieModel.of(
        visits, spends, options.horizonDays(), Discount.weekly(options.discount()), seen);
  }

  @Override
  public CustomerValueModel read(DataInput in) throws IOException {
    return BuyTillYouDieModel.read(in);
  }
}
