package io.shopkeeper.nlp.onnx;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Takes texts apart as BERT's uncased models want it (Y. Wu and others: Google's Neural Machine
 * Translation System, 2016, section 4.1; J. Devlin and others: BERT, 2018): lower case without
 * accents, each Han character and each sign alone, words in the longest pieces that are known.
 * Immutable, safe for several threads.
 */
final class WordPiece {

  private static final int LONGEST_WORD = 100;
  private static final String INNER = "##";

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int begin;
  private final int end;

  /**
   * @param vocabulary pieces with their numbers
   * @throws IllegalArgumentException if it lacks one of {@code [UNK] [CLS] [SEP]}
   */
  WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    unknown = number("[UNK]");
    begin = number("[CLS]");
    end = number("[SEP]");
  }

  private int number(String piece) {
    Integer number = vocabulary.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("the vocabulary has no " + piece);
    }
    return number;
  }

  /**
   * A text as numbers of pieces between the marks of its begin and end.
   *
   * @param most numbers at most, with the marks; what is beyond is cut off
   */
  long[] numbers(String text, int most) {
    long[] numbers = new long[most];
    int count = 0;
    numbers[count++] = begin;
    String plain = plain(text);
    int at = 0;
    while (at < plain.length() && count < most - 1) {
      int point = plain.codePointAt(at);
      int next = at + Character.charCount(point);
      if (!isBlank(point)) {
        while (!isAlone(point) && next < plain.length() && isWord(plain.codePointAt(next))) {
          next += Character.charCount(plain.codePointAt(next));
        }
        count = word(plain.substring(at, next), numbers, count, most - 1);
      }
      at = next;
    }
    numbers[count++] = end;
    return Arrays.copyOf(numbers, count);
  }

  private int word(String word, long[] numbers, int from, int most) {
    int count = from;
    if (word.length() > LONGEST_WORD) {
      numbers[count++] = unknown;
      return count;
    }
    int at = 0;
    while (at < word.length() && count < most) {
      int to = word.length();
      Integer found = null;
      while (to > at && found == null) {
        String piece = word.substring(at, to);
        found = vocabulary.get(at == 0 ? piece : INNER + piece);
        to -= found == null ? 1 : 0;
      }
      if (found == null) {
        numbers[from] = unknown;
        return from + 1;
      }
      numbers[count++] = found;
      at = to;
    }
    return count;
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(each -> each < 0x80)) {
      return lower;
    }
    var plain = new StringBuilder(lower.length());
    Normalizer.normalize(lower, Normalizer.Form.NFD)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isWord(int point) {
    return !isBlank(point) && !isAlone(point);
  }

  /** Control characters are taken for blanks, which BERT's own code leaves out: no word ends. */
  private static boolean isBlank(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || point == 0xFFFD;
  }

  private static boolean isAlone(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN || isSign(point);
  }

  private static boolean isSign(int point) {
    if (point < 0x80) {
      return point > ' ' && !Character.isLetterOrDigit(point);
    }
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}
