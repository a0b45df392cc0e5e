package io.shopkeeper.prediction.features;

import io.shopkeeper.catalog.boundary.EventType;
import java.util.Optional;

/** What somebody did. */
public enum FactKind {
  VIEW,
  CLICK,
  SEARCH,
  FAVOURITE,
  CART,
  REMOVE_FROM_CART,
  RATING,
  RETURN,
  MESSAGE,
  REVIEW,
  /** A line of an order, whatever became of the order later. */
  ORDER;

  /**
   * Of an event. That something was bought is told by orders, with what was paid; a purchase event
   * beside them would count it twice.
   */
  public static Optional<FactKind> of(EventType type) {
    return switch (type) {
      case VIEW -> Optional.of(VIEW);
      case CLICK -> Optional.of(CLICK);
      case SEARCH -> Optional.of(SEARCH);
      case FAVOURITE -> Optional.of(FAVOURITE);
      case CART -> Optional.of(CART);
      case REMOVE_FROM_CART -> Optional.of(REMOVE_FROM_CART);
      case RATING -> Optional.of(RATING);
      case RETURN -> Optional.of(RETURN);
      case MESSAGE -> Optional.of(MESSAGE);
      case PURCHASE -> Optional.empty();
    };
  }
}
