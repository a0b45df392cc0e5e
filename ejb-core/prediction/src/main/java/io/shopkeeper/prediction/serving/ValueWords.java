package io.shopkeeper.prediction.serving;

import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.prediction.model.ValueModel;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What of a history made a forecast so, in the reader's language. */
final class ValueWords {

  private final PurchaseHistory history;
  private final int day;
  private final ValueModel model;
  private final Locale locale;
  private final ResourceBundle words;

  /**
   * @param history before the day; not empty
   * @param locale English or Chinese
   */
  ValueWords(PurchaseHistory history, int day, ValueModel model, Locale locale) {
    this.history = history;
    this.day = day;
    this.model = model;
    boolean chinese = "zh".equals(locale.getLanguage());
    this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    this.words =
        ResourceBundle.getBundle(
            "io.shopkeeper.prediction.serving.value",
            chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            ValueWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** How often in how long a time. */
  String frequency() {
    return say("frequency", history.purchases(), day - history.days()[0]);
  }

  /** How long ago, beside the usual gap. */
  String recency() {
    int last = history.days()[history.purchases() - 1];
    int silence = day - 1 - last;
    if (history.purchases() < 2) {
      return say("recency.once", silence);
    }
    double gap = (double) (last - history.days()[0]) / (history.purchases() - 1);
    return say("recency", silence, Math.round(gap));
  }

  /** How much, beside what others spend. */
  String spend() {
    return say("spend", history.spent() / history.purchases(), model.meanSpend(), model.currency());
  }

  private String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values).strip();
  }
}
