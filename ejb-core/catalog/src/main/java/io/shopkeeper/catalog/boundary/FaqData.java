package io.shopkeeper.catalog.boundary;

import java.util.Locale;
import java.util.Optional;

/**
 * A question that customers ask, and the shop's answer, in one or both languages.
 *
 * @param topic null for none
 */
public record FaqData(
    String id,
    String topic,
    String questionEn,
    String answerEn,
    String questionZh,
    String answerZh) {

  /** The question in the reader's language, if there is one with an answer. */
  public Optional<String> question(Locale locale) {
    return answer(locale).map(answer -> chinese(locale) ? questionZh : questionEn);
  }

  /** The answer in the reader's language. */
  public Optional<String> answer(Locale locale) {
    return Optional.ofNullable(chinese(locale) ? answerZh : answerEn);
  }

  private static boolean chinese(Locale locale) {
    return "zh".equals(locale.getLanguage());
  }
}
