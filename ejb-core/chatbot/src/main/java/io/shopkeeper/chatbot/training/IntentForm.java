package io.shopkeeper.chatbot.training;

import io.shopkeeper.nlp.intent.IntentTrainer;
import io.shopkeeper.platform.boundary.AlgorithmForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The one way of training the intent model, for people. */
public final class IntentForm {

  private IntentForm() {}

  /** In a language. */
  public static AlgorithmForm in(Locale locale) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            ChatTrainingStartup.CARD,
            "zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            IntentForm.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new AlgorithmForm(
        IntentTrainer.ALGORITHM,
        words.getString("algorithm"),
        words.getString("algorithm.help"),
        List.of(new AlgorithmForm.Preset("standard", words.getString("preset.standard"), Map.of())),
        List.of());
  }
}
