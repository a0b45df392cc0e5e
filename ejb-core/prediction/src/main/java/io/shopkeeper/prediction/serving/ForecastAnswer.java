package io.shopkeeper.prediction.serving;

import io.shopkeeper.ml.forecast.DemandForecast;
import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.WeeklySales;
import io.shopkeeper.ml.price.PriceSensitivity;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.prediction.boundary.PriceInsight;
import io.shopkeeper.prediction.boundary.ProductForecast;
import io.shopkeeper.prediction.boundary.ShopModels;
import io.shopkeeper.prediction.model.ForecastModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A forecast of demand, with words. */
public final class ForecastAnswer {

  /** So many weeks that are known are told. */
  private static final int TOLD = 26;

  private ForecastAnswer() {}

  /**
   * Of a product.
   *
   * @param history empty where it never sold in a whole week
   */
  public static ProductForecast of(
      PromotedModel.Serving<ForecastModel> serving,
      String productId,
      Optional<DemandHistory> history,
      Locale locale) {
    var words = new ForecastWords(locale);
    return history
        .map(known -> known(serving, productId, known, words))
        .orElseGet(
            () ->
                new ProductForecast(
                    productId,
                    ShopModels.DEMAND_FORECAST,
                    serving.version(),
                    serving.model().algorithm(),
                    null,
                    null,
                    0,
                    List.of(),
                    List.of(),
                    List.of(words.never()),
                    null));
  }

  private static ProductForecast known(
      PromotedModel.Serving<ForecastModel> serving,
      String productId,
      DemandHistory history,
      ForecastWords words) {
    DemandForecast forecast = serving.model().model().forecast(productId, history);
    List<ProductForecast.Week> weeks = weeks(forecast, history.end());
    return new ProductForecast(
        productId,
        ShopModels.DEMAND_FORECAST,
        serving.version(),
        serving.model().algorithm(),
        forecast.method().code(),
        ForecastWords.code(forecast.regularity()),
        history.weeks(),
        past(history),
        weeks,
        words.of(forecast, history, weeks),
        serving
            .model()
            .prices()
            .flatMap(prices -> prices.of(productId))
            .map(price -> price(price, words))
            .orElse(null));
  }

  private static PriceInsight price(PriceSensitivity price, ForecastWords words) {
    return price.known()
        ? new PriceInsight(
            price.changes(),
            price.weeks(),
            rounded(price.elasticity()),
            rounded(price.low()),
            rounded(price.high()),
            rounded(price.own()),
            price.answer().name().toLowerCase(Locale.ROOT),
            words.price(price))
        : new PriceInsight(
            price.changes(), price.weeks(), null, null, null, null, null, words.price(price));
  }

  private static List<ProductForecast.PastWeek> past(DemandHistory history) {
    return IntStream.range(Math.max(0, history.weeks() - TOLD), history.weeks())
        .mapToObj(
            week ->
                new ProductForecast.PastWeek(
                    WeeklySales.monday(history.begin() + week), history.units()[week]))
        .toList();
  }

  private static List<ProductForecast.Week> weeks(DemandForecast forecast, int end) {
    List<ProductForecast.Week> weeks = new ArrayList<>();
    for (int ahead = 0; ahead < forecast.expected().length; ahead++) {
      int place = ahead;
      weeks.add(
          new ProductForecast.Week(
              WeeklySales.monday(end + ahead),
              rounded(forecast.expected()[ahead]),
              forecast.bands().stream()
                  .map(
                      band ->
                          new ProductForecast.Band(
                              band.level(),
                              rounded(band.low()[place]),
                              rounded(band.high()[place])))
                  .toList()));
    }
    return weeks;
  }

  /** Two decimals are more than anybody knows. */
  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
