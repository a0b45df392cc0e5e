package io.shopkeeper.fraud.boundary;

import java.time.Instant;

/**
 * A payment that a candidate would have held.
 *
 * @param label {@code fraud, good} or {@code open}
 * @param published what the published rules ask for
 */
public record BacktestHit(
    String transactionId,
    Instant at,
    long cents,
    String currency,
    String label,
    Outcome published) {}
