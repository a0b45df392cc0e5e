package io.shopkeeper.prediction.training;

import io.shopkeeper.platform.boundary.CardTexts;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the card of the model says until somebody writes better. */
final class CardWords {

  private static final String BUNDLE = "io.shopkeeper.prediction.training.card";

  private CardWords() {}

  static CardTexts read() {
    ResourceBundle english = words(Locale.ROOT);
    ResourceBundle chinese = words(Locale.SIMPLIFIED_CHINESE);
    return new CardTexts(
        english.getString("intended"),
        chinese.getString("intended"),
        english.getString("limits"),
        chinese.getString("limits"));
  }

  private static ResourceBundle words(Locale language) {
    return ResourceBundle.getBundle(
        BUNDLE,
        language,
        CardWords.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
