package io.shopkeeper.nlp.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One spelling for what people type: full-width forms become half-width (Unicode NFKC), letters
 * lower case, a sign that is repeated three times or more is kept twice, blanks are single.
 */
public final class Normaliser {

  private static final Pattern REPEATED = Pattern.compile("([^0-9])\\1{2,}");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private Normaliser() {}

  /** The normal form; never null, idempotent. */
  public static String normalise(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String single = BLANKS.matcher(folded).replaceAll(" ");
    return REPEATED.matcher(single).replaceAll("$1$1").strip();
  }
}
