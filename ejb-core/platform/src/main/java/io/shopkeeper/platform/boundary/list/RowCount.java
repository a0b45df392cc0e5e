package io.shopkeeper.platform.boundary.list;

/**
 * How many rows a list has. Counting a million rows for each page would cost more than the page, so
 * the number says how far it can be trusted.
 */
public record RowCount(long value, Trust trust) {

  /** What a number is. */
  public enum Trust {
    /** Counted. */
    EXACT,
    /** There are more; nobody counted on. */
    MORE_THAN,
    /** As the database's own statistics have it. */
    ABOUT
  }

  /** A number that was counted. */
  public static RowCount exact(long value) {
    return new RowCount(value, Trust.EXACT);
  }
}
