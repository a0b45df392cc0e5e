package io.shopkeeper.catalog.ingest.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern that anybody can write: {@code *} for anything, {@code ?} for one character, {@code #}
 * for one digit, {@code |} between alternatives. Takes time in proportion to pattern times text,
 * whatever either holds. Safe for use by several threads.
 */
public final class Wildcard {

  private final List<String> alternatives;

  /** Reads a pattern. */
  public Wildcard(String pattern) {
    alternatives = new ArrayList<>(List.of(pattern.split("\\|", -1)));
  }

  /** Whether the whole text is as the pattern says. */
  public boolean matches(String text) {
    return alternatives.stream().anyMatch(alternative -> matches(alternative, text));
  }

  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int retry = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = t;
      } else if (p < pattern.length() && one(pattern.charAt(p), text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean one(char pattern, char character) {
    return switch (pattern) {
      case '?' -> true;
      case '#' -> character >= '0' && character <= '9';
      default -> pattern == character;
    };
  }
}
