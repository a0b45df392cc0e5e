package io.shopkeeper.catalog.boundary;

import java.util.Set;

/**
 * Reviews are new, changed or gone. Observe it with {@code during = AFTER_SUCCESS}, or within the
 * transaction to write something with it.
 *
 * @param stored ids
 * @param removed ids
 */
public record ReviewsChanged(Set<String> stored, Set<String> removed) {

  public ReviewsChanged {
    stored = Set.copyOf(stored);
    removed = Set.copyOf(removed);
  }
}
