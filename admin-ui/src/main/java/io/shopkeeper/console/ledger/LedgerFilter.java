package io.shopkeeper.console.ledger;

import java.util.List;
import java.util.function.Function;

/**
 * Something that a list can be narrowed by.
 *
 * @param name in the address; its word is {@code list.<list>.<name>}
 * @param kind {@code search}, {@code text}, {@code date}, {@code number} or {@code choice}
 * @param choices values of a choice
 * @param words what a value is called
 */
public record LedgerFilter(
    String name, String kind, List<String> choices, Function<String, String> words) {

  /** Words that a row contains. */
  public static LedgerFilter search(String name) {
    return new LedgerFilter(name, "search", List.of(), value -> value);
  }

  /** A value as it is, such as an id. */
  public static LedgerFilter text(String name) {
    return new LedgerFilter(name, "text", List.of(), value -> value);
  }

  /** A day. */
  public static LedgerFilter day(String name) {
    return new LedgerFilter(name, "date", List.of(), value -> value);
  }

  /** A whole number. */
  public static LedgerFilter number(String name) {
    return new LedgerFilter(name, "number", List.of(), value -> value);
  }

  /** One of several values. */
  public static LedgerFilter choice(
      String name, List<String> choices, Function<String, String> words) {
    return new LedgerFilter(name, "choice", List.copyOf(choices), words);
  }

  /** One of the values of an enumeration. */
  public static LedgerFilter choice(String name, Enum<?>[] values, Function<String, String> words) {
    return choice(name, java.util.Arrays.stream(values).map(Enum::name).toList(), words);
  }
}
