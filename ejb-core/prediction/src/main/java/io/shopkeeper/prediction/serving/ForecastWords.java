package io.shopkeeper.prediction.serving;

import io.shopkeeper.ml.forecast.DemandClass;
import io.shopkeeper.ml.forecast.DemandForecast;
import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.DemandModel;
import io.shopkeeper.ml.price.PriceSensitivity;
import io.shopkeeper.prediction.boundary.ProductForecast;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is expected of a product, and how much was known, in the reader's language. */
final class ForecastWords {

  private static final double TENTH_LESS = -0.1;

  private final Locale locale;
  private final ResourceBundle words;

  /**
   * In a language.
   *
   * @param locale English or Chinese
   */
  ForecastWords(Locale locale) {
    boolean chinese = "zh".equals(locale.getLanguage());
    this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    this.words =
        ResourceBundle.getBundle(
            "io.shopkeeper.prediction.serving.forecast",
            chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            ForecastWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The name of a class outside. */
  static String code(DemandClass one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where there is nothing to foretell from. */
  String never() {
    return say("never");
  }

  /** What is expected, how sure that is, by which method, and how much was known. */
  List<String> of(
      DemandForecast forecast, DemandHistory history, List<ProductForecast.Week> weeks) {
    List<String> text = new ArrayList<>();
    double sum = weeks.stream().mapToDouble(ProductForecast.Week::expected).sum();
    text.add(say("sum", sum, weeks.size()));
    ProductForecast.Band band = weeks.getFirst().bands().getFirst();
    text.add(say("band", Math.ceil(band.low()), Math.ceil(band.high()), 100 * band.level()));
    text.add(say("method." + forecast.method().code()));
    text.add(
        history.weeks() < DemandModel.FEWEST_WEEKS
            ? say("few", history.weeks())
            : say("known." + code(forecast.regularity()), history.weeks()));
    return text;
  }

  /** What a tenth less would do, what follows for money, and how much was known. */
  List<String> price(PriceSensitivity price) {
    if (!price.known()) {
      return List.of(
          say(
              "price.unknown",
              price.changes(),
              price.weeks(),
              PriceSensitivity.FEWEST_CHANGES,
              PriceSensitivity.FEWEST_WEEKS));
    }
    return List.of(
        say(
            "price.tenth",
            PriceSensitivity.effect(price.elasticity(), TENTH_LESS),
            PriceSensitivity.effect(price.high(), TENTH_LESS),
            PriceSensitivity.effect(price.low(), TENTH_LESS),
            price.elasticity()),
        say("price." + price.answer()),
        say("price.from", price.changes(), price.weeks(), price.own()),
        say("price.care"));
  }

  private String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values).strip();
  }
}
