package io.shopkeeper.fraud.outage;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionStatus;
import io.shopkeeper.fraud.boundary.Effect;
import io.shopkeeper.fraud.boundary.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Entries of a journal. */
final class MadeEntries {

  static final Instant NOW = Instant.parse("2026-11-27T10:00:00.123456Z");

  private MadeEntries() {}

  static TransactionData payment(String id, String amount, TransactionStatus status) {
    return new TransactionData(
        id,
        null,
        "c-1",
        new BigDecimal(amount),
        "EUR",
        "card",
        "card-1",
        "d-1",
        "192.0.2.1",
        "DE",
        status,
        null,
        NOW);
  }

  static JournalEntry entry(String id) {
    return entry(id, "20.00", Outcome.REVIEW);
  }

  static JournalEntry entry(String id, String amount, Outcome outcome) {
    return new JournalEntry(
        payment(id, amount, TransactionStatus.PENDING),
        new JournalEntry.Decision(
            NOW.toEpochMilli(),
            outcome,
            0.1 + 0.2,
            7,
            0.9,
            "[]",
            "[]",
            "{\"amount\":20.0}",
            "storage",
            "mail",
            "address",
            "DE",
            null,
            null),
        List.of(new JournalEntry.Hit("rule", 3, Effect.SHADOW)));
  }
}
