package io.shopkeeper.chatbot.training;

import io.shopkeeper.nlp.intent.IntentTrainer;
import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.CardTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * What the card of the model says until somebody writes better, and what its training is called.
 */
public final class CardWords {

  private static final String BUNDLE = "io.shopkeeper.chatbot.training.card";

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

  /** The one way of training it. */
  public static AlgorithmForm form(Locale locale) {
    ResourceBundle words =
        words("zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT);
    return new AlgorithmForm(
        IntentTrainer.ALGORITHM,
        words.getString("algorithm"),
        words.getString("algorithm.help"),
        List.of(new AlgorithmForm.Preset("standard", words.getString("preset.standard"), Map.of())),
        List.of());
  }

  private static ResourceBundle words(Locale language) {
    return ResourceBundle.getBundle(
        BUNDLE,
        language,
        CardWords.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
