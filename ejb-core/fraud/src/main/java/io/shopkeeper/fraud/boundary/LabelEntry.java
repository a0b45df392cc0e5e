package io.shopkeeper.fraud.boundary;

import io.shopkeeper.catalog.boundary.TransactionOutcome;
import java.time.Instant;

/**
 * That somebody said what a payment turned out to be.
 *
 * @param undone whether it was taken back
 */
public record LabelEntry(TransactionOutcome label, String by, Instant at, boolean undone) {}
