package io.shopkeeper.platform.boundary.list;

import java.math.BigDecimal;
import java.util.Optional;

/** What the values of a column that a list is ordered by are. */
public enum ListKey {
  /** Whole numbers, times in milliseconds among them. */
  NUMBER {
    @Override
    Object parse(String text) {
      return Long.valueOf(text);
    }
  },
  /** Amounts. */
  DECIMAL {
    @Override
    Object parse(String text) {
      return new BigDecimal(text);
    }
  },
  /** Words. */
  TEXT {
    @Override
    Object parse(String text) {
      return text;
    }
  };

  abstract Object parse(String text);

  /** The value that a cursor wrote down; empty if it did not. */
  Optional<Object> read(String text) {
    try {
      return Optional.of(parse(text));
    } catch (NumberFormatException other) {
      return Optional.empty();
    }
  }
}
