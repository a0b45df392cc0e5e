package io.shopkeeper.catalog.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Payments are new, changed or gone. Observe it with {@code during = AFTER_SUCCESS}, or within the
 * transaction to write something with it.
 *
 * @param at when it was delivered
 * @param stored as they are now
 * @param removed ids
 */
public record TransactionsChanged(Instant at, List<TransactionData> stored, Set<String> removed) {}
