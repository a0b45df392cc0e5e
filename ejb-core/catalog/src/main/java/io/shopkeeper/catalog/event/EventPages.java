package io.shopkeeper.catalog.event;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Reads each page of a long way through the events in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventPages {

  @Inject private EventStore store;

  /** The next events behind a place in the order of time. */
  public List<BehaviourEvent> page(
      long fromMillis, long untilMillis, long afterMillis, String afterId, int limit) {
    return store.page(fromMillis, untilMillis, afterMillis, afterId, limit);
  }
}
