package io.shopkeeper.fraud.rules;

/**
 * What could stand at a place of a rule.
 *
 * @param text as it is written
 */
public record Suggestion(Kind kind, String text) {

  /** What it is. */
  public enum Kind {
    WORD,
    FEATURE,
    KEY,
    LIST,
    /** Any number. */
    NUMBER,
    /** Any text in quotation marks. */
    TEXT,
    /** The rule may end here. */
    END
  }
}
