package io.shopkeeper.prediction.features;

import io.shopkeeper.prediction.boundary.DataColumn;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What features are, in the reader's language: English or Chinese. */
public final class FeatureWords {

  private final ResourceBundle words;

  /**
   * @param locale of the reader; English for any that is not Chinese
   */
  public FeatureWords(Locale locale) {
    words =
        ResourceBundle.getBundle(
            "io.shopkeeper.prediction.features.features",
            "zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            FeatureWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** What a feature is. */
  public String of(Feature<?> feature) {
    return words.getString(feature.code());
  }

  /** What a column is that may be a feature; empty for any other. */
  public Optional<String> column(String code) {
    return words.containsKey(code) ? Optional.of(words.getString(code)) : Optional.empty();
  }

  /** What features are about. */
  public String topic(Feature.Topic topic) {
    return words.getString("topic." + topic);
  }

  /** What values look like. */
  public String kind(DataColumn.Kind kind) {
    return words.getString("kind." + kind);
  }
}
