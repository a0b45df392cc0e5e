package io.shopkeeper.console.ledger;

import java.util.function.Function;

/**
 * A column of a list.
 *
 * @param name its word is {@code list.<list>.<name>}
 * @param sort what the list is sorted by when the head is pressed; empty if it cannot
 * @param right whether it holds numbers, which stand on the right
 * @param shown whether it is shown to who has not chosen columns
 */
public record LedgerColumn<T>(
    String name, String sort, boolean right, boolean shown, Function<T, LedgerCell> cell) {

  /** A column of words. */
  public static <T> LedgerColumn<T> of(String name, Function<T, LedgerCell> cell) {
    return new LedgerColumn<>(name, "", false, true, cell);
  }

  /** A column of numbers. */
  public static <T> LedgerColumn<T> right(String name, Function<T, LedgerCell> cell) {
    return new LedgerColumn<>(name, "", true, true, cell);
  }

  /** The same, and the list can be sorted by it. */
  public LedgerColumn<T> sortedBy(String order) {
    return new LedgerColumn<>(name, order, right, shown, cell);
  }

  /** The same, but only for who asks for it. */
  public LedgerColumn<T> onDemand() {
    return new LedgerColumn<>(name, sort, right, false, cell);
  }
}
