package io.shopkeeper.fraud.review;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.decision.FraudJson;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What speaks for spam, in a reader's language. */
public final class SpamWords {

  private static final TypeReference<Map<SpamSign, Integer>> SIGNS = new TypeReference<>() {};

  private final ResourceBundle words;
  private final Locale locale;

  /**
   * For a reader.
   *
   * @param reader whose Chinese or else English it is
   */
  public SpamWords(Locale reader) {
    boolean chinese = "zh".equals(reader.getLanguage());
    this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    this.words =
        ResourceBundle.getBundle(
            "io.shopkeeper.fraud.review.spam",
            chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            SpamWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** One sentence for each sign, from what is kept of them. */
  public List<String> reasons(String signs) {
    return FraudJson.read(signs, SIGNS).entrySet().stream()
        .map(
            each ->
                new MessageFormat(words.getString(each.getKey().name()), locale)
                    .format(new Object[] {each.getValue()}))
        .toList();
  }
}
