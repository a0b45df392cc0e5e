package io.shopkeeper.catalog.boundary.person;

import io.shopkeeper.platform.boundary.InvalidInputException;

/** Where something was said, in the shop's own words. */
final class SourceText {

  private static final int LONGEST = 200;

  private SourceText() {}

  /**
   * Refuses what cannot be kept.
   *
   * @param text null for nothing
   */
  static void check(String text) {
    if (text == null) {
      return;
    }
    if (text.length() > LONGEST) {
      throw InvalidInputException.of(
          "/source", "has %d characters; at most %d are allowed".formatted(text.length(), LONGEST));
    }
    boolean unfit =
        text.codePoints()
            .anyMatch(
                c ->
                    Character.isISOControl(c)
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (unfit) {
      throw InvalidInputException.of(
          "/source", "contains control characters or half of a character");
    }
  }
}
