package io.shopkeeper.prediction.serving;

import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.ml.value.ValueForecast;
import io.shopkeeper.ml.value.ValueReasons;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.prediction.boundary.CustomerValueTraining;
import io.shopkeeper.prediction.boundary.ValueInsight;
import io.shopkeeper.prediction.boundary.ValueInsight.Contribution;
import io.shopkeeper.prediction.model.ValueModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

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
    Double alive = forecast.alive().isPresent() ? (Double) forecast.alive().getAsDouble() : null;
    return new ValueInsight(
        CustomerValueTraining.MODEL,
        serving.version(),
        model.algorithm(),
        asOf,
        model.model().horizonDays(),
        model.currency(),
        forecast.purchases(),
        forecast.buys(),
        alive,
        1 - (alive == null ? forecast.buys() : alive),
        money(forecast.spend()),
        money(forecast.value()),
        money(reasons.base()),
        List.of(
            new Contribution("frequency", money(reasons.frequency()), words.frequency()),
            new Contribution("recency", money(reasons.recency()), words.recency()),
            new Contribution("spend", money(reasons.spend()), words.spend())));
  }

  private static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
  }
}
