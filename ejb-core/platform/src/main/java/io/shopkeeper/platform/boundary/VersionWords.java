package io.shopkeeper.platform.boundary;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What may be written on a version. */
final class VersionWords {

  private static final int MOST_TAGS = 10;
  private static final int LONGEST_NOTE = 8000;
  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,39}");

  private VersionWords() {}

  /** Each once, in the order of the alphabet. */
  static List<String> tags(List<String> given) {
    var tags = new TreeSet<String>();
    for (String tag : given == null ? List.<String>of() : given) {
      String word = tag == null ? "" : tag.strip();
      if (!TAG.matcher(word).matches()) {
        throw InvalidInputException.of(
            "/tags", "each must have 1 to 40 letters, digits, dots, hyphens or spaces");
      }
      tags.add(word);
    }
    if (tags.size() > MOST_TAGS) {
      throw InvalidInputException.of("/tags", "must be at most " + MOST_TAGS);
    }
    return List.copyOf(tags);
  }

  static String notes(String given) {
    String text = given == null ? "" : given.strip();
    if (text.length() > LONGEST_NOTE) {
      throw InvalidInputException.of("/notes", "must have at most " + LONGEST_NOTE + " characters");
    }
    return text;
  }
}
