package io.shopkeeper.cli.worked;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.evaluation.AmountFigures;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.value.BetaGeometric;
import io.shopkeeper.ml.value.BoostedValue;
import io.shopkeeper.ml.value.BuyTillYouDie;
import io.shopkeeper.ml.value.BuyTillYouDieModel;
import io.shopkeeper.ml.value.CustomerValueAlgorithm;
import io.shopkeeper.ml.value.CustomerValueModel;
import io.shopkeeper.ml.value.GammaGamma;
import io.shopkeeper.ml.value.NaiveRate;
import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.ml.value.PurchaseLog;
import io.shopkeeper.ml.value.ValueForecast;
import io.shopkeeper.ml.worked.RepeatShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What customers will buy in the last days of a shop, foretold from the days before: of a file of
 * purchases, or of a made-up shop that behaves exactly as BG/NBD and Gamma-Gamma say.
 */
public final class CustomerValueCase implements WorkedCase {

  /** The last days are held out: so many, unless another number is asked for. */
  public static final int HORIZON_DAYS = 70;

  private static final BetaGeometric VISITS = new BetaGeometric(0.8, 6, 0.8, 3, true);
  private static final GammaGamma SPENDS = new GammaGamma(4, 4, 60);
  private static final int CUSTOMERS = 4000;
  private static final int DAYS = 374;

  private final Optional<List<PurchaseHistory>> file;
  private final int horizonDays;

  CustomerValueCase() {
    this(Optional.empty(), HORIZON_DAYS);
  }

  /**
   * Of a file.
   *
   * @param file its purchases; empty for the made-up shop
   * @param horizonDays the last days, which are held out
   */
  public CustomerValueCase(Optional<List<PurchaseHistory>> file, int horizonDays) {
    this.file = file;
    this.horizonDays = horizonDays;
  }

  @Override
  public String name() {
    return "customer-value";
  }

  @Override
  public Printed run(long seed) {
    List<PurchaseHistory> customers =
        file.orElseGet(() -> RepeatShop.of(VISITS, SPENDS, CUSTOMERS, DAYS, seed).customers());
    int end = 1 + customers.stream().mapToInt(CustomerValueCase::last).max().orElse(0);
    int cut = end - horizonDays;
    PurchaseLog log = new PurchaseLog(customers, end).asOf(cut);
    if (log.customers().isEmpty()) {
      throw new CommandFailedException(
          "Nobody bought before the last %d days; give a smaller --horizon."
              .formatted(horizonDays));
    }
    List<PurchaseHistory> known = customers.stream().filter(one -> one.days()[0] < cut).toList();
    double[] purchases =
        known.stream().mapToDouble(one -> one.within(cut, end).purchases()).toArray();
    double[] values = known.stream().mapToDouble(one -> one.within(cut, end).spent()).toArray();
    List<CustomerValueReport.Line> lines = new ArrayList<>();
    lines.add(
        line(
            "BG/NBD (customers may leave at once) + Gamma-Gamma",
            new BuyTillYouDie(),
            new BuyTillYouDie.Options(horizonDays, true, 1, 0, 500),
            log,
            new Held(known, purchases, values, cut, seed)));
    lines.add(
        line(
            "BG/NBD as published + Gamma-Gamma",
            new BuyTillYouDie(),
            new BuyTillYouDie.Options(horizonDays, false, 0, 0, 1000),
            log,
            new Held(known, purchases, values, cut, seed)));
    BoostedValue.Options boosted = new BoostedValue().standard();
    lines.add(
        line(
            "boosted on features",
            new BoostedValue(),
            new BoostedValue.Options(
                horizonDays,
                boosted.cuts(),
                boosted.trees(),
                boosted.rate(),
                boosted.depth(),
                boosted.minRows(),
                boosted.models(),
                0),
            log,
            new Held(known, purchases, values, cut, seed)));
    lines.add(
        line(
            "rate so far",
            new NaiveRate(),
            new NaiveRate.Options(horizonDays),
            log,
            new Held(known, purchases, values, cut, seed)));
    return new CustomerValueReport(
        seed,
        file.isPresent(),
        cut,
        horizonDays,
        log.customers().size(),
        log.customers().stream().mapToInt(PurchaseHistory::purchases).sum(),
        lines);
  }

  private static int last(PurchaseHistory one) {
    return one.days()[one.purchases() - 1];
  }

  /** What is asked of each model, and what came. */
  private record Held(
      List<PurchaseHistory> customers, double[] purchases, double[] values, int cut, long seed) {}

  private static <O extends Record> CustomerValueReport.Line line(
      String title, CustomerValueAlgorithm<O> algorithm, O options, PurchaseLog log, Held held) {
    long began = System.nanoTime();
    CustomerValueModel model = algorithm.train(log, options, held.seed, TrainingListener.SILENT);
    double seconds = (System.nanoTime() - began) / 1e9;
    double[] purchases = new double[held.customers.size()];
    double[] values = new double[purchases.length];
    for (int i = 0; i < purchases.length; i++) {
      ValueForecast forecast = model.forecast(held.customers.get(i), held.cut);
      purchases[i] = forecast.purchases();
      values[i] = forecast.value();
    }
    return new CustomerValueReport.Line(
        algorithm.name(),
        title,
        model instanceof BuyTillYouDieModel numbers
            ? "r %.3f, α %.2f weeks, a %.3f, b %.3f; p %.2f, q %.2f, γ %.1f"
                .formatted(
                    numbers.visits().r(),
                    numbers.visits().alpha(),
                    numbers.visits().a(),
                    numbers.visits().b(),
                    numbers.spends().p(),
                    numbers.spends().q(),
                    numbers.spends().gamma())
            : "",
        new AmountFigures(purchases, held.purchases),
        new AmountFigures(values, held.values),
        seconds);
  }
}
