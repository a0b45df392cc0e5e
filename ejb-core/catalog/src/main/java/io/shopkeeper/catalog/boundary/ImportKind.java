package io.shopkeeper.catalog.boundary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rows of a file are. */
public enum ImportKind {
  PRODUCTS,
  CUSTOMERS,
  ORDERS,
  /** Payments. */
  TRANSACTIONS,
  EVENTS,
  /** Stars by a user for an item; they become events of type rating. */
  RATINGS,
  REVIEWS,
  /** Pictures of products, in a zip or named by a table. */
  IMAGES,
  /** Questions and answers that the chat may give. */
  FAQ;

  /** The lower-case name. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The lower-case names of all. */
  public static String codes() {
    return Arrays.stream(values()).map(ImportKind::code).collect(Collectors.joining(", "));
  }

  /** From its lower-case name. */
  public static Optional<ImportKind> of(String code) {
    for (ImportKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
