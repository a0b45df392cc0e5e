package io.shopkeeper.prediction.serving;

import io.shopkeeper.prediction.boundary.PaidInsight;
import io.shopkeeper.prediction.features.PaidPrices;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a customer paid beside the usual prices, with words. */
public final class PaidAnswer {

  /** Of fewer compared lines it is said that they are few. */
  private static final int FEW = 5;

  private final Locale locale;
  private final ResourceBundle words;

  private PaidAnswer(Locale locale) {
    boolean chinese = "zh".equals(locale.getLanguage());
    this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    words =
        ResourceBundle.getBundle(
            "io.shopkeeper.prediction.serving.paid",
            chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            PaidAnswer.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * Of a customer.
   *
   * @param locale English or Chinese
   */
  public static PaidInsight of(PaidPrices paid, Locale locale) {
    boolean known = paid.compared() > 0;
    return new PaidInsight(
        paid.lines(),
        paid.compared(),
        known ? (Double) paid.reducedShare() : null,
        known ? (Double) paid.toUsual() : null,
        new PaidAnswer(locale).text(paid));
  }

  private List<String> text(PaidPrices paid) {
    if (paid.compared() == 0) {
      return List.of(paid.lines() == 0 ? say("nothing") : say("still", paid.lines()));
    }
    List<String> text = new ArrayList<>();
    text.add(say("share", paid.lines(), paid.compared(), paid.reducedShare()));
    double away = 1 - paid.toUsual();
    text.add(
        Math.abs(away) < 0.0005 ? say("usual") : say(away > 0 ? "below" : "above", Math.abs(away)));
    if (paid.compared() < FEW) {
      text.add(say("few"));
    }
    return text;
  }

  private String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values).strip();
  }
}
