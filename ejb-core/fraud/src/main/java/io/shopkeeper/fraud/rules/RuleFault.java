package io.shopkeeper.fraud.rules;

import java.util.List;

/**
 * Why a text is no rule; {@link RuleWords} says it in a reader's language.
 *
 * @param kind what is wrong
 * @param from where in the text, from 0
 * @param to behind its end
 * @param found what stands there; empty at the end of the text
 * @param could what could stand there, the most likely first
 */
public record RuleFault(Kind kind, int from, int to, String found, List<Suggestion> could) {

  /** What can be wrong. */
  public enum Kind {
    /** Something else should stand here. */
    UNEXPECTED,
    /** No feature and no key has this name. */
    UNKNOWN_NAME,
    /** There is no list of this name. */
    UNKNOWN_LIST,
    /** The list holds something else than the key. */
    OTHER_KIND,
    /** The first number of a range is greater than the second. */
    EMPTY_RANGE,
    /** The second quotation mark is missing. */
    OPEN_TEXT,
    /** The number has too many digits. */
    LONG_NUMBER,
    /** The text between quotation marks is empty or too long. */
    BAD_TEXT,
    /** A sign that the language does not have. */
    BAD_SIGN,
    /** The rule is too long. */
    TOO_LONG,
    /** Too many conditions. */
    TOO_MANY,
    /** Too many parentheses or {@code not} within each other. */
    TOO_DEEP
  }

  public RuleFault {
    could = List.copyOf(could);
  }
}
