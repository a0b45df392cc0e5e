package io.shopkeeper.ml.value;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.value.ValueFeatures.Seen;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Trees that correct a rate.
 *
 * @param discount what money of the horizon is worth on the day of the question, 0 to 1
 * @param typical the mean forecast of the training's customers
 * @param often purchases as a share of the rate
 * @param atAll whether there is one
 * @param much spent as a share of the rate × mean spend
 */
record BoostedValueModel(
    int horizonDays,
    RateSoFar rate,
    double discount,
    double typical,
    TableModel often,
    TableModel atAll,
    ExplainedModel much)
    implements CustomerValueModel {

  BoostedValueModel withTypical(PurchaseLog log) {
    double mean =
        log.customers().stream()
            .mapToDouble(one -> forecast(one, log.end()).value())
            .average()
            .orElse(0);
    return new BoostedValueModel(horizonDays, rate, discount, mean, often, atAll, much);
  }

  @Override
  public ValueForecast forecast(PurchaseHistory history, int day) {
    Seen seen = Seen.of(history, day);
    float[] row = ValueFeatures.row(seen);
    double[] result = new double[2];
    often.predict(row, 0, result);
    double purchases = Math.max(0, result[0]) * rate.purchases(seen);
    much.predict(row, 0, result);
    double value = Math.max(0, result[0]) * usual(seen);
    atAll.predict(row, 0, result);
    return new ValueForecast(
        purchases,
        result[1],
        Optional.empty(),
        purchases > 0 ? value / purchases / discount : rate.spend(seen),
        value);
  }

  /** What the rate would give. */
  private double usual(Seen seen) {
    return rate.purchases(seen) * rate.spend(seen) * discount;
  }

  /**
   * What trees add for features of each side, times what they correct; what the rate itself adds
   * goes to how often, what the customer's own mean spend adds to how much.
   */
  @Override
  public ValueReasons explain(PurchaseHistory history, int day) {
    Seen seen = Seen.of(history, day);
    float[] row = ValueFeatures.row(seen);
    double usual = usual(seen);
    double often = rate.purchases(seen) * rate.meanSpend() * discount * much.base(0);
    double[] contributions = much.contributions(row, 0, 0);
    double frequency = often - typical + usual * sum(contributions, ValueFeature.Side.FREQUENCY);
    double spend = usual * (much.base(0) + sum(contributions, ValueFeature.Side.SPEND)) - often;
    // Where trees would go below 0, the forecast stops there; the difference is silence.
    double recency = forecast(history, day).value() - typical - frequency - spend;
    return new ValueReasons(typical, frequency, recency, spend);
  }

  private static double sum(double[] contributions, ValueFeature.Side side) {
    double sum = 0;
    for (int i = 0; i < contributions.length; i++) {
      sum += ValueFeature.ALL.get(i).side() == side ? contributions[i] : 0;
    }
    return sum;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, BoostedValue.NAME, BoostedValue.FORMAT);
    out.writeInt(horizonDays);
    rate.write(out);
    out.writeDouble(discount);
    out.writeDouble(typical);
    often.write(out);
    atAll.write(out);
    much.write(out);
  }
}
