package io.shopkeeper.chatbot.dialogue;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The assistant's words in English and Chinese. Safe for use by several threads. */
final class Phrases {

  private static final String BUNDLE = "io.shopkeeper.chatbot.dialogue.phrases";

  private Phrases() {}

  /** A sentence with things put in. */
  static String say(Locale locale, String key, Object... things) {
    return new MessageFormat(words(locale).getString(key), locale).format(things);
  }

  /** Sentences to tap, by their keys. */
  static List<String> replies(Locale locale, String... keys) {
    ResourceBundle words = words(locale);
    return List.of(keys).stream().map(key -> words.getString("ask." + key)).toList();
  }

  /** A day, in UTC. */
  static String day(Locale locale, Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .format(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  static String money(Locale locale, BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(currency));
    return format.format(amount);
  }

  private static ResourceBundle words(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ROOT,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
