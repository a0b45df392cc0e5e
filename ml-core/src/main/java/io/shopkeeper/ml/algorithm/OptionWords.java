package io.shopkeeper.ml.algorithm;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What people read of an algorithm, from the bundle {@code options} beside its options: its name
 * under {@code algorithm.NAME}, a sentence under {@code algorithm.NAME.help}, and of each preset
 * what it is for under {@code preset.NAME.PRESET}. All Chinese is read in simplified characters.
 */
public final class OptionWords {

  private OptionWords() {}

  /** What it is called; its name where no bundle says. */
  public static String name(Algorithm<?, ?, ?> algorithm, Locale locale) {
    return find(options(algorithm), "algorithm." + algorithm.name(), locale)
        .orElse(algorithm.name());
  }

  /** What it does, in a sentence; empty where no bundle says. */
  public static String help(Algorithm<?, ?, ?> algorithm, Locale locale) {
    return find(options(algorithm), "algorithm." + algorithm.name() + ".help", locale).orElse("");
  }

  /** What a preset is for; its name where no bundle says. */
  public static String preset(Algorithm<?, ?, ?> algorithm, String preset, Locale locale) {
    return find(options(algorithm), "preset." + algorithm.name() + "." + preset, locale)
        .orElse(preset);
  }

  private static Class<?> options(Algorithm<?, ?, ?> algorithm) {
    return algorithm.standard().getClass();
  }

  static Optional<String> find(Class<?> options, String key, Locale locale) {
    Locale language = "zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
    try {
      return Optional.of(
          ResourceBundle.getBundle(
                  options.getPackageName() + ".options",
                  language,
                  options.getClassLoader(),
                  ResourceBundle.Control.getNoFallbackControl(
                      ResourceBundle.Control.FORMAT_PROPERTIES))
              .getString(key));
    } catch (MissingResourceException missing) {
      return Optional.empty();
    }
  }
}
