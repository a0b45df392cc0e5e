package io.shopkeeper.nlp.classify;

import io.shopkeeper.nlp.text.Normaliser;
import java.util.Arrays;

/**
 * The features of a text, as hashes of 64 bits, so that no word has to be kept: runs of words, of
 * Han characters (Chinese is written without blanks) and of signs, and pieces of the words in
 * letters, which bear typing errors and endings. Every digit counts as the same. For one thread,
 * one text after another.
 */
final class Grams {

  /** Runs of words, characters and signs. */
  static final int RUNS = 0;

  /** Pieces of words. */
  static final int PIECES = 1;

  /** Kinds of features. */
  static final int KINDS = 2;

  /** Words, characters and signs that are read. */
  static final int MOST_TOKENS = 4_000;

  private static final int LONGEST_WORD = 40;
  private static final long PIECE_SALT = 0x5851F42D4C957F2DL;
  private static final byte WORD = 0;
  private static final byte HAN = 1;
  private static final byte SIGN = 2;

  private final LinearTextOptions options;
  private final long[] tokens = new long[MOST_TOKENS];
  private final byte[] kinds = new byte[MOST_TOKENS];
  private int count;
  private final long[][] found = new long[KINDS][1 << 10];
  private final int[] sizes = new int[KINDS];
  private final int[] word = new int[LONGEST_WORD + 2];

  Grams(LinearTextOptions options) {
    this.options = options;
  }

  /** Reads a text; what was read of the one before is gone. */
  void read(String text) {
    count = 0;
    Arrays.fill(sizes, 0);
    String plain = Normaliser.normalise(text);
    int at = 0;
    while (at < plain.length() && count < MOST_TOKENS) {
      int point = plain.codePointAt(at);
      if (Character.isWhitespace(point)) {
        at += Character.charCount(point);
      } else if (isWordPart(point)) {
        at = word(plain, at);
      } else {
        token(mix(point), isHan(point) ? HAN : SIGN);
        at += Character.charCount(point);
      }
    }
    runs();
  }

  /** Features of a kind, with repetitions, in no order; valid up to {@link #size}. */
  long[] hashes(int kind) {
    return found[kind];
  }

  /** How many there are of a kind. */
  int size(int kind) {
    return sizes[kind];
  }

  private int word(String plain, int from) {
    long hash = 0;
    int length = 0;
    int at = from;
    word[0] = ' ';
    while (at < plain.length()) {
      int point = plain.codePointAt(at);
      if (!isWordPart(point)) {
        break;
      }
      int kept = Character.isDigit(point) ? '#' : point;
      hash = mix(hash * 31 + kept);
      if (length < LONGEST_WORD) {
        word[++length] = kept;
      }
      at += Character.charCount(point);
    }
    token(hash, WORD);
    word[length + 1] = ' ';
    pieces(length + 2);
    return at;
  }

  /** As of a text in blanks, where a word that is shorter than a piece is one. */
  private void pieces(int length) {
    for (int from = 0; from + 2 <= length; from++) {
      long hash = PIECE_SALT;
      int end = Math.min(length, from + options.pieces());
      for (int to = from; to < end; to++) {
        hash = mix(hash * 31 + word[to]);
        if (to > from) {
          add(PIECES, hash);
        }
      }
    }
  }

  private void token(long hash, byte kind) {
    tokens[count] = hash;
    kinds[count] = kind;
    count++;
  }

  private void runs() {
    for (int from = 0; from < count; from++) {
      long hash = 0;
      boolean words = false;
      boolean han = false;
      for (int to = from; to < count; to++) {
        words |= kinds[to] == WORD;
        han |= kinds[to] == HAN;
        int most = han && !words ? options.characters() : options.words();
        if (to - from >= Math.max(most, words ? 0 : options.characters())) {
          break;
        }
        hash = mix(hash * 31 + tokens[to]);
        if (to - from < most) {
          add(RUNS, hash);
        }
      }
    }
  }

  private void add(int kind, long hash) {
    if (sizes[kind] == found[kind].length) {
      found[kind] = Arrays.copyOf(found[kind], 2 * sizes[kind]);
    }
    found[kind][sizes[kind]++] = hash == 0 ? 1 : hash;
  }

  private static boolean isWordPart(int point) {
    return point == '\'' || (Character.isLetterOrDigit(point) && !isHan(point));
  }

  private static boolean isHan(int point) {
    return point >= 0x2E80 && Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
