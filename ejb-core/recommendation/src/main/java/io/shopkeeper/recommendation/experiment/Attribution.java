package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import java.util.Optional;

/**
 * What an act follows from: the last time before it that its product was shown to the person, under
 * whichever of the person's units, if that was not longer ago than the window. So an act counts
 * once, however often its product was shown.
 *
 * @param windowMillis how long an act counts after the product was shown
 */
record Attribution(long windowMillis) {

  /** When, and to whom, it was shown; empty for an act that counts nowhere. */
  Optional<Shown> of(Group.Act act, Showings showings) {
    BehaviourEvent event = act.event();
    if (event.productId() == null) {
      return Optional.empty();
    }
    long at = event.time().toEpochMilli();
    return act.units().stream()
        .flatMap(unit -> showings.last(unit, event.productId(), at).stream())
        .filter(shown -> at - shown.at() < windowMillis)
        .reduce((first, other) -> other.at() > first.at() ? other : first);
  }
}
