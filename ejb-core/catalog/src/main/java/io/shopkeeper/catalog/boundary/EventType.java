package io.shopkeeper.catalog.boundary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a visitor did; written in lower case outside. */
public enum EventType {
  VIEW,
  CLICK,
  SEARCH,
  FAVOURITE,
  CART,
  REMOVE_FROM_CART,
  PURCHASE,
  RATING,
  RETURN,
  MESSAGE;

  /** Whether such an event is about a product. */
  public boolean needsProduct() {
    return this != SEARCH && this != MESSAGE;
  }

  /** The name outside. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * From the name outside.
   *
   * @throws IllegalArgumentException if there is no such type
   */
  @JsonCreator
  public static EventType of(String code) {
    for (EventType type : values()) {
      if (type.code().equals(code)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "must be one of view, click, search, favourite, cart, remove_from_cart, purchase, rating,"
            + " return, message");
  }
}
