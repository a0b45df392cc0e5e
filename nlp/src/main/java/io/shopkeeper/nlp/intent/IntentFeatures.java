package io.shopkeeper.nlp.intent;

import io.shopkeeper.nlp.text.Normaliser;
import java.util.ArrayList;
import java.util.List;

/**
 * The features of a text: for words in Latin letters the words, their pairs and pieces of four
 * letters (which bear typing errors and endings); for Han characters runs of one to three, since
 * Chinese is written without blanks. Every digit counts as {@code #}.
 */
final class IntentFeatures {

  private static final int PIECE = 4;
  private static final int LONGEST_RUN = 3;

  private IntentFeatures() {}

  /** The features with repetitions, in the order of the text; may be empty. */
  static String[] of(String text) {
    List<String> features = new ArrayList<>();
    String before = "^";
    for (String part : parts(Normaliser.normalise(text))) {
      if (isHan(part.codePointAt(0))) {
        addRuns(part, features);
        before = "^";
      } else {
        features.add("w=" + part);
        features.add("b=" + before + "_" + part);
        addPieces("_" + part + "_", features);
        before = part;
      }
    }
    return features.toArray(String[]::new);
  }

  private static void addRuns(String han, List<String> features) {
    int[] points = han.codePoints().toArray();
    for (int length = 1; length <= LONGEST_RUN; length++) {
      for (int from = 0; from + length <= points.length; from++) {
        features.add("z=" + new String(points, from, length));
      }
    }
    features.add("z^" + new String(points, 0, Math.min(2, points.length)));
    int tail = Math.min(2, points.length);
    features.add("z$" + new String(points, points.length - tail, tail));
  }

  private static void addPieces(String word, List<String> features) {
    for (int from = 0; from + PIECE <= word.length(); from++) {
      features.add("p=" + word.substring(from, from + PIECE));
    }
  }

  /** Runs of Han characters, and words of other letters and digits. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    var part = new StringBuilder();
    boolean han = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      boolean letter = Character.isLetterOrDigit(point);
      boolean ends = !letter && point != '\'';
      if (!part.isEmpty() && (ends || isHan(point) != han)) {
        parts.add(part.toString());
        part.setLength(0);
      }
      if (letter) {
        han = isHan(point);
        part.appendCodePoint(Character.isDigit(point) ? '#' : point);
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  private static boolean isHan(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }
}
