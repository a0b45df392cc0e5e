package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * Whether the audit chain is whole.
 *
 * @param records how many were looked at, up to the first fault
 * @param fault what is wrong; null where nothing is
 * @param brokenNumber the place of the first fault in the chain; null where none is, or the record
 *     has no place
 * @param brokenId the id of the record there; null where none is, or it is missing
 * @param message the verdict in a sentence
 * @param headHash the hash of the last record
 */
public record AuditVerdict(
    boolean intact,
    long records,
    Fault fault,
    Long brokenNumber,
    Long brokenId,
    String message,
    String headHash,
    Instant checkedAt) {

  /** What can be wrong. */
  public enum Fault {
    /** A record's content is not what its hash was made of. */
    CHANGED,
    /** A record does not follow the one before it: something was put in between, or moved. */
    OUT_OF_ORDER,
    /** A number is left out: a record was removed. */
    MISSING,
    /** A record has no place in the chain: it was put in from outside. */
    FOREIGN,
    /** The end of the chain is not where its head says. */
    HEAD,
    /** The head was not made with this shop's seal key. */
    SEAL
  }
}
