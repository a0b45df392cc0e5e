package io.shopkeeper.recommendation.pipeline;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The sentences of reasons in a language, taken apart once: each answer has ten of them. Immutable
 * and safe for use by several threads.
 */
final class ReasonWords {

  private static final String BUNDLE = "io.shopkeeper.recommendation.pipeline.reasons";

  /** Where the title comes; in no sentence by itself. */
  private static final String GAP = "\0";

  private static final ReasonWords ENGLISH = new ReasonWords(Locale.ROOT);
  private static final ReasonWords CHINESE = new ReasonWords(Locale.CHINESE);

  private final Map<String, String[]> sentences = new HashMap<>();

  private ReasonWords(Locale language) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    for (String key : words.keySet()) {
      String sentence =
          new MessageFormat(words.getString(key), language).format(new Object[] {GAP});
      sentences.put(key, sentence.split(GAP, -1));
    }
  }

  /** Those of a language: Chinese or else English. */
  static ReasonWords in(Locale locale) {
    return "zh".equals(locale.getLanguage()) ? CHINESE : ENGLISH;
  }

  /** A sentence with a title in it, if it has a place for one. */
  String sentence(String key, String title) {
    return String.join(title, sentences.get(key));
  }
}
