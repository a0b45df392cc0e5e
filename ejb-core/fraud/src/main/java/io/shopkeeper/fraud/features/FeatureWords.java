package io.shopkeeper.fraud.features;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Names of features in a reader's language. */
public final class FeatureWords {

  private final ResourceBundle words;
  private final Locale locale;

  /**
   * For a reader.
   *
   * @param reader whose Chinese or else English it is
   */
  public FeatureWords(Locale reader) {
    boolean chinese = "zh".equals(reader.getLanguage());
    this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    this.words =
        ResourceBundle.getBundle(
            "io.shopkeeper.fraud.features.features",
            chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            FeatureWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * Such as "Earlier payments with this card within an hour"; the name where it is none of ours.
   */
  public String of(String feature) {
    return PaymentFeatures.find(feature).map(this::of).orElse(feature);
  }

  private String of(PaymentFeatures.Feature feature) {
    if (feature.own() != null) {
      return words.getString("own." + feature.own().code());
    }
    String key = words.getString("key." + feature.key().code());
    if (feature.measure() == null) {
      return say("known_days", key);
    }
    return say(
        "measure." + feature.measure().code(),
        key,
        words.getString("window." + feature.window().code()));
  }

  /** A value as a reader writes it, with four decimals at most. */
  public String value(double value) {
    return new MessageFormat("{0,number,#,##0.####}", locale).format(new Object[] {value});
  }

  private String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values);
  }
}
