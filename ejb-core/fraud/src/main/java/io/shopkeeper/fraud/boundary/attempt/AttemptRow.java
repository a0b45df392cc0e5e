package io.shopkeeper.fraud.boundary.attempt;

import io.shopkeeper.fraud.boundary.Outcome;
import java.time.Instant;

/**
 * A sign-in or sign-up in a list.
 *
 * @param customerId null where none was told
 * @param succeeded null where that is not known
 */
public record AttemptRow(
    AttemptKind kind,
    String id,
    Instant decidedAt,
    Outcome outcome,
    String customerId,
    String device,
    String ip,
    String country,
    Boolean succeeded) {}
