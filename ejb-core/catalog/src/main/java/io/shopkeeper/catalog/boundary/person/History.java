package io.shopkeeper.catalog.boundary.person;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import java.util.List;

/**
 * What a person did lately and has.
 *
 * @param allowed whether the person allows personal use; if not, nothing was read
 * @param events the newest first
 * @param freshness until when that holds
 */
public record History(
    boolean allowed, List<BehaviourEvent> events, Belongings belongings, Freshness freshness) {

  /** Of somebody of whom nothing is known. */
  public static final History UNKNOWN =
      new History(true, List.of(), Belongings.NONE, Freshness.ALWAYS);

  /** Of somebody who does not allow it. */
  static History refused(Freshness freshness) {
    return new History(false, List.of(), Belongings.NONE, freshness);
  }

  public History {
    events = List.copyOf(events);
  }
}
