package io.shopkeeper.catalog.boundary;

import java.util.Locale;
import java.util.Optional;

/** What the rows of a file are. */
public enum ImportKind {
  PRODUCTS,
  CUSTOMERS,
  ORDERS,
  EVENTS,
  /** Stars by a user for an item; they become events of type rating. */
  RATINGS;

  /** From its lower-case name. */
  public static Optional<ImportKind> of(String code) {
    for (ImportKind kind : values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
