package io.shopkeeper.ml.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;

/** What a person reads of an algorithm, in both languages. */
public final class Texts {

  private Texts() {}

  /** Its name, presets and options have texts in English and in Chinese. */
  public static <O extends Record> void areThere(Algorithm<?, O, ?> algorithm) {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              algorithm.standard().getClass().getPackageName() + ".options",
              locale,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      text(bundle.getString("algorithm." + algorithm.name()), locale);
      text(bundle.getString("algorithm." + algorithm.name() + ".help"), locale);
      for (String preset : algorithm.presets().keySet()) {
        text(bundle.getString("preset." + algorithm.name() + "." + preset), locale);
      }
      OptionsForm<O> form = OptionsForm.of(algorithm);
      for (OptionField field : form.fields()) {
        text(form.label(field, locale), locale);
        text(form.help(field, locale), locale);
        assertThat(form.label(field, locale)).isNotEqualTo(field.name());
      }
    }
  }

  private static void text(String text, Locale locale) {
    assertThat(text).isNotBlank();
    boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
    if (locale.equals(Locale.ENGLISH)) {
      assertThat(chinese).as(text).isFalse();
    }
  }
}
