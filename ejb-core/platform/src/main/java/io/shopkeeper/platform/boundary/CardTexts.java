package io.shopkeeper.platform.boundary;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What people say of a model on its card, in both languages.
 *
 * @param intendedEn what it is for
 * @param limitsEn what it cannot do, and whom it may treat worse
 */
public record CardTexts(String intendedEn, String intendedZh, String limitsEn, String limitsZh) {

  /** Nobody said anything. */
  public static final CardTexts NONE = new CardTexts("", "", "", "");

  private static final int LONGEST = 8000;

  public CardTexts {
    intendedEn = checked("/intendedEn", intendedEn);
    intendedZh = checked("/intendedZh", intendedZh);
    limitsEn = checked("/limitsEn", limitsEn);
    limitsZh = checked("/limitsZh", limitsZh);
  }

  /**
   * What a module says of its model until somebody writes better: the keys {@code intended} and
   * {@code limits} of a bundle in English, with Chinese beside it.
   *
   * @param bundle its name, such as {@code io.shopkeeper.prediction.training.card}
   * @param loader of the module
   */
  public static CardTexts of(String bundle, ClassLoader loader) {
    ResourceBundle english = words(bundle, Locale.ROOT, loader);
    ResourceBundle chinese = words(bundle, Locale.SIMPLIFIED_CHINESE, loader);
    return new CardTexts(
        english.getString("intended"),
        chinese.getString("intended"),
        english.getString("limits"),
        chinese.getString("limits"));
  }

  private static ResourceBundle words(String bundle, Locale language, ClassLoader loader) {
    return ResourceBundle.getBundle(
        bundle,
        language,
        loader,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** What it is for, in a language; the other language's where that says nothing. */
  public String intended(boolean chinese) {
    String wanted = chinese ? intendedZh : intendedEn;
    return wanted.isBlank() ? (chinese ? intendedEn : intendedZh) : wanted;
  }

  /** What it cannot do, in a language; the other language's where that says nothing. */
  public String limits(boolean chinese) {
    String wanted = chinese ? limitsZh : limitsEn;
    return wanted.isBlank() ? (chinese ? limitsEn : limitsZh) : wanted;
  }

  private static String checked(String pointer, String text) {
    if (text == null) {
      return "";
    }
    if (text.length() > LONGEST) {
      throw InvalidInputException.of(pointer, "must have at most " + LONGEST + " characters");
    }
    return text.strip();
  }
}
