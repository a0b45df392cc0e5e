package io.shopkeeper.platform.boundary;

import java.time.Instant;

/** One step in the history of a model. */
public record StageChange(
    String name,
    int version,
    Stage from,
    Stage to,
    Instant at,
    String by,
    String reason,
    StageAct act) {}
