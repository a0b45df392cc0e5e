package io.shopkeeper.prediction.serving;

import io.shopkeeper.ml.value.CustomerActivity;
import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.ml.value.ValueForecast;
import io.shopkeeper.ml.value.ValueReasons;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.prediction.boundary.CustomerForecast;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ShopModels;
import io.shopkeeper.prediction.boundary.ValueInsight;
import io.shopkeeper.prediction.boundary.ValueInsight.Contribution;
import io.shopkeeper.prediction.boundary.ValueInsight.NextPurchase;
import io.shopkeeper.prediction.model.ValueModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A forecast with its reasons in words. */
public final class ValueAnswer {

  private ValueAnswer() {}

  /**
   * Of a customer who bought.
   *
   * @param asOf the last day that is known
   */
  public static ValueInsight of(
      PromotedModel.Serving<ValueModel> serving,
      PurchaseHistory history,
      LocalDate asOf,
      Locale locale) {
    ValueModel model = serving.model();
    int day = (int) asOf.toEpochDay() + 1;
    ValueForecast forecast = model.model().forecast(history, day);
    ValueReasons reasons = model.model().explain(history, day);
    var words = new ValueWords(history.before(day), day, model, locale);
    CustomerActivity activity = forecast.activity().orElse(null);
    return new ValueInsight(
        ShopModels.CUSTOMER_VALUE,
        serving.version(),
        model.algorithm(),
        asOf,
        model.model().horizonDays(),
        model.currency(),
        forecast.purchases(),
        forecast.buys(),
        activity == null ? null : (Double) activity.alive(),
        activity == null ? null : (Double) activity.aliveIfBoughtToday(),
        1 - (activity == null ? forecast.buys() : activity.alive()),
        activity == null ? null : next(activity),
        money(forecast.spend()),
        money(forecast.value()),
        money(reasons.base()),
        List.of(
            new Contribution("frequency", money(reasons.frequency()), words.frequency()),
            new Contribution("recency", money(reasons.recency()), words.recency()),
            new Contribution("spend", money(reasons.spend()), words.spend())),
        words.sentences(forecast));
  }

  /** A tenth of a day is more than anybody knows. */
  private static NextPurchase next(CustomerActivity activity) {
    return new NextPurchase(
        tenth(activity.earlyDays()),
        tenth(activity.middleDays()),
        tenth(activity.lateDays()),
        tenth(activity.gapDays()));
  }

  private static double tenth(double days) {
    return days < 1e12 ? Math.round(10 * days) / 10.0 : days;
  }

  /**
   * What customer value says of the question of a model of a table from the shop, so that both can
   * be read together.
   *
   * @param goal {@code BUYS} or {@code LEAVES}
   * @param days of the question
   */
  public static CustomerForecast.Beside beside(
      PromotedModel.Serving<ValueModel> serving,
      PurchaseHistory history,
      LocalDate asOf,
      ShopGoal goal,
      int days,
      Locale locale) {
    ValueModel model = serving.model();
    int day = (int) asOf.toEpochDay() + 1;
    OptionalDouble buys = model.model().buysWithin(history, day, days);
    Double answer = null;
    if (buys.isPresent()) {
      answer = goal == ShopGoal.LEAVES ? 1 - buys.getAsDouble() : buys.getAsDouble();
    }
    var words = new ValueWords(history.before(day), day, model, locale);
    return new CustomerForecast.Beside(
        answer, words.beside(goal, days, answer, model.model().forecast(history, day)));
  }

  private static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
  }
}
