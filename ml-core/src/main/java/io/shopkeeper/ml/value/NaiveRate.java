package io.shopkeeper.ml.value;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody goes on as before: purchases so far, divided by the time since the first but at least
 * the horizon, times the horizon, each for the customer's own mean spend. What others are measured
 * against.
 */
public final class NaiveRate implements CustomerValueAlgorithm<NaiveRate.Options> {

  static final String NAME = "purchase-rate";
  private static final int FORMAT = 1;

  /**
   * Options.
   *
   * @param horizonDays that forecasts are about
   */
  public record Options(@Limits(least = 1, most = 1830) int horizonDays) {

    public Options {
      WrongOptionException.unlessWithin("horizonDays", horizonDays, 1, 1830);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    return Map.of("quarter", new Options(90));
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
    double sum = 0;
    for (PurchaseHistory one : log.customers()) {
      listener.stopIfCancelled();
      sum += value(PurchaseSummary.of(one, log.end()), options.horizonDays());
    }
    return new Model(
        options.horizonDays(), log.customers().isEmpty() ? 0 : sum / log.customers().size());
  }

  /** Purchases to expect. */
  static double purchases(PurchaseSummary seen, int horizonDays) {
    double days = Math.max(horizonDays, seen.age() * PurchaseSummary.DAYS);
    return (seen.repeats() + 1) * horizonDays / days;
  }

  private static double value(PurchaseSummary seen, int horizonDays) {
    return purchases(seen, horizonDays) * seen.meanSpend();
  }

  @Override
  public CustomerValueModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    int horizon = in.readInt();
    double typical = in.readDouble();
    if (horizon < 1) {
      throw new IOException("damaged: a horizon of %d days".formatted(horizon));
    }
    return new Model(horizon, typical);
  }

  private record Model(int horizonDays, double typical) implements CustomerValueModel {

    @Override
    public ValueForecast forecast(PurchaseHistory history, int day) {
      PurchaseSummary seen = PurchaseSummary.of(history, day);
      double purchases = purchases(seen, horizonDays);
      return new ValueForecast(
          purchases,
          -Math.expm1(-purchases),
          Optional.empty(),
          seen.meanSpend(),
          value(seen, horizonDays));
    }

    @Override
    public ValueReasons explain(PurchaseHistory history, int day) {
      double value = forecast(history, day).value();
      return new ValueReasons(typical, value - typical, 0, 0);
    }

    @Override
    public void write(DataOutput out) throws IOException {
      StoredForm.writeHeader(out, NAME, FORMAT);
      out.writeInt(horizonDays);
      out.writeDouble(typical);
    }
  }
}
