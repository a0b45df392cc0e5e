package io.shopkeeper.fraud.boundary;

import io.shopkeeper.catalog.boundary.TransactionOutcome;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A decision in a list.
 *
 * @param score null without a model
 * @param degraded words with blanks between; empty for nothing
 * @param amount null where the payment was removed
 * @param made when it was paid; null where the payment was removed
 * @param label what the payment turned out to be; null while nobody knows
 */
public record DecidedPayment(
    String id,
    Instant decidedAt,
    Outcome outcome,
    Double score,
    String degraded,
    BigDecimal amount,
    String currency,
    String customerId,
    Instant made,
    TransactionOutcome label) {}
