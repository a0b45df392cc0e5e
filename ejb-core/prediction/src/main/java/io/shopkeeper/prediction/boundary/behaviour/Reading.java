package io.shopkeeper.prediction.boundary.behaviour;

import java.util.Optional;

/**
 * Whether the shop's events can be counted already: they are read when the server starts, and when
 * much came at once.
 *
 * @param extent empty while they are read
 * @param read events that were read
 * @param all events to read; 0 while that is not known
 */
public record Reading(Optional<ShopExtent> extent, long read, long all) {

  /** From 0 to 100. */
  public int percent() {
    return all == 0 ? 0 : Math.clamp(100 * read / all, 0, 100);
  }
}
