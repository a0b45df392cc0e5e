package io.shopkeeper.nlp.text;

/**
 * The language of a short text, by its script. Statistical detectors need sentences; a shopper's
 * question has a few words, and its script tells the two languages of the shop apart.
 */
public enum TextLanguage {
  /** Written in Latin letters. */
  ENGLISH,
  /** Has Han characters. */
  CHINESE,
  /** Has neither: digits, signs, another script. */
  UNKNOWN;

  /** How many Latin letters weigh as much as one Han character: about a word. */
  private static final int LETTERS_PER_CHARACTER = 5;

  /**
   * The language of most of the text: product codes and brands in a Chinese sentence leave it
   * Chinese.
   */
  public static TextLanguage of(String text) {
    int han = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      Character.UnicodeScript script = Character.UnicodeScript.of(point);
      if (script == Character.UnicodeScript.HAN) {
        han++;
      } else if (script == Character.UnicodeScript.LATIN) {
        latin++;
      }
    }
    if (han == 0 && latin == 0) {
      return UNKNOWN;
    }
    return han * LETTERS_PER_CHARACTER >= latin ? CHINESE : ENGLISH;
  }
}
