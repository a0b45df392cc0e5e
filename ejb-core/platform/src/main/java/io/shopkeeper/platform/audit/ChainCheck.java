package io.shopkeeper.platform.audit;

import io.shopkeeper.platform.boundary.AuditEntry;
import io.shopkeeper.platform.boundary.AuditVerdict;
import io.shopkeeper.platform.boundary.AuditVerdict.Fault;
import java.time.Instant;
import java.util.Optional;

/** Walks along the chain, record by record, and stops at the first that does not fit. */
final class ChainCheck {

  private final Instant now;
  private long records;
  private String lastHash = "";
  private AuditVerdict fault;

  ChainCheck(Instant now) {
    this.now = now;
  }

  /** Looks at the next record; false when the walk is over. */
  boolean next(AuditEntry entry) {
    long expected = records + 1;
    if (entry.number() != expected) {
      fail(
          Fault.MISSING,
          expected,
          null,
          "Record %d is missing: after %d comes %d.".formatted(expected, records, entry.number()));
    } else if (!entry.previousHash().equals(lastHash)) {
      fail(
          Fault.OUT_OF_ORDER,
          expected,
          entry.id(),
          "Record %d (id %d) does not follow the one before it: a record was changed, moved or put in."
              .formatted(expected, entry.id()));
    } else if (!AuditChain.hash(entry).equals(entry.hash())) {
      fail(
          Fault.CHANGED,
          expected,
          entry.id(),
          "Record %d (id %d) was changed: its content is not what its hash was made of."
              .formatted(expected, entry.id()));
    } else {
      records = expected;
      lastHash = entry.hash();
    }
    return fault == null;
  }

  /** Compares the end of the walk with the head. */
  void end(long headNumber, String headHash, boolean sealed) {
    if (fault != null) {
      return;
    }
    if (records < headNumber) {
      fail(
          Fault.MISSING,
          records + 1,
          null,
          "Record %d is missing: the chain should end with %d.".formatted(records + 1, headNumber));
    } else if (records > headNumber || !lastHash.equals(headHash)) {
      fail(
          Fault.HEAD,
          records,
          null,
          "The chain's end, record %d, is not the one that its head names.".formatted(records));
    } else if (!sealed) {
      fail(
          Fault.SEAL,
          records,
          null,
          "The chain fits together, but its head was not sealed with this shop's key: the whole"
              + " chain was written anew, or the key in secrets/seal-key is another.");
    }
  }

  /** A record that stands in the table but not in the chain. */
  void foreign(AuditEntry entry) {
    if (fault == null) {
      fail(
          Fault.FOREIGN,
          null,
          entry.id(),
          "The record with id %d has no place in the chain: it was put in from outside."
              .formatted(entry.id()));
    }
  }

  long records() {
    return records;
  }

  AuditVerdict verdict() {
    return Optional.ofNullable(fault)
        .orElseGet(
            () ->
                new AuditVerdict(
                    true,
                    records,
                    null,
                    null,
                    null,
                    "All %d records are as they were written.".formatted(records),
                    lastHash,
                    now));
  }

  private void fail(Fault kind, Long number, Long id, String message) {
    fault = new AuditVerdict(false, records, kind, number, id, message, lastHash, now);
  }
}
