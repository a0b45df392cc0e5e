package io.shopkeeper.catalog.boundary;

import java.util.List;

/** New events are stored. Observe it with {@code during = AFTER_SUCCESS}. */
public record EventsAccepted(List<BehaviourEvent> events) {}
