package io.shopkeeper.ml.value;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Seven numbers that say what every customer will buy. Immutable, safe for several threads. */
public final class BuyTillYouDieModel implements CustomerValueModel {

  private static final int FORMAT = 1;

  private final BetaGeometric visits;
  private final GammaGamma spends;
  private final int horizonDays;
  private final double discount;
  private final double typical;

  private BuyTillYouDieModel(
      BetaGeometric visits, GammaGamma spends, int horizonDays, double discount, double typical) {
    this.visits = visits;
    this.spends = spends;
    this.horizonDays = horizonDays;
    this.discount = discount;
    this.typical = typical;
  }

  /**
   * Of parameters.
   *
   * @param discount a week
   * @param seen the customers whose mean is the base of explanations
   */
  static BuyTillYouDieModel of(
      BetaGeometric visits,
      GammaGamma spends,
      int horizonDays,
      double discount,
      List<PurchaseSummary> seen) {
    var model = new BuyTillYouDieModel(visits, spends, horizonDays, discount, 0);
    double sum = 0;
    for (PurchaseSummary one : seen) {
      sum += model.purchases(one, discount) * model.spend(one);
    }
    return new BuyTillYouDieModel(
        visits, spends, horizonDays, discount, seen.isEmpty() ? 0 : sum / seen.size());
  }

  /** How often. */
  public BetaGeometric visits() {
    return visits;
  }

  /** How much. */
  public GammaGamma spends() {
    return spends;
  }

  @Override
  public int horizonDays() {
    return horizonDays;
  }

  private double weeks() {
    return horizonDays / PurchaseSummary.DAYS;
  }

  private double purchases(PurchaseSummary seen, double rate) {
    return visits.discounted(seen, weeks(), rate);
  }

  private double spend(PurchaseSummary seen) {
    return spends.expected(seen.repeats() + 1, seen.meanSpend());
  }

  @Override
  public ValueForecast forecast(PurchaseHistory history, int day) {
    PurchaseSummary seen = PurchaseSummary.of(history, day);
    double purchases = purchases(seen, 0);
    double spend = spend(seen);
    return new ValueForecast(
        purchases,
        visits.buys(seen, weeks()),
        Optional.of(CustomerActivity.of(visits, seen)),
        spend,
        spend * (discount == 0 ? purchases : purchases(seen, discount)));
  }

  @Override
  public OptionalDouble buysWithin(PurchaseHistory history, int day, int days) {
    return OptionalDouble.of(
        visits.buys(PurchaseSummary.of(history, day), days / PurchaseSummary.DAYS));
  }

  /**
   * From the mean of all to this customer in three steps: as if the last purchase were a moment ago
   * and the spend the usual one; then with the silence since; then with the own spend.
   */
  @Override
  public ValueReasons explain(PurchaseHistory history, int day) {
    PurchaseSummary seen = PurchaseSummary.of(history, day);
    var fresh = new PurchaseSummary(seen.repeats(), seen.age(), seen.age(), seen.meanSpend());
    double bought = spends.mean() * purchases(fresh, discount);
    double silent = spends.mean() * purchases(seen, discount);
    double whole = spend(seen) * purchases(seen, discount);
    return new ValueReasons(typical, bought - typical, silent - bought, whole - silent);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, BuyTillYouDie.NAME, FORMAT);
    out.writeBoolean(visits.afterFirst());
    out.writeInt(horizonDays);
    StoredForm.write(
        out,
        new double[] {
          visits.r(),
          visits.alpha(),
          visits.a(),
          visits.b(),
          spends.p(),
          spends.q(),
          spends.gamma(),
          discount,
          typical
        });
  }

  static BuyTillYouDieModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, BuyTillYouDie.NAME, FORMAT);
    boolean afterFirst = in.readBoolean();
    int horizon = in.readInt();
    double[] all = StoredForm.readDoubles(in);
    if (all.length != 9 || horizon < 1) {
      throw new IOException(
          "damaged: %d numbers, a horizon of %d days".formatted(all.length, horizon));
    }
    try {
      return new BuyTillYouDieModel(
          new BetaGeometric(all[0], all[1], all[2], all[3], afterFirst),
          new GammaGamma(all[4], all[5], all[6]),
          horizon,
          all[7],
          all[8]);
    } catch (IllegalArgumentException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }
}
