package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * Which acts.
 *
 * @param actor exactly; null for anybody
 * @param act how it begins, such as {@code key.}; null for any
 * @param text somewhere in subject, detail, before or after; null for any
 * @param source null for any door
 * @param from first moment; null for the beginning
 * @param until first moment after; null for now
 * @param before only smaller numbers, for the next page; null for the first
 * @param limit at most so many, 1 to 1,000
 */
public record AuditQuery(
    String actor,
    String act,
    String text,
    AuditSource source,
    Instant from,
    Instant until,
    Long before,
    int limit) {

  private static final int MOST = 1000;

  public AuditQuery {
    limit = Math.clamp(limit, 1, MOST);
  }

  /** The same acts, from another number on. */
  public AuditQuery beforeNumber(long number, int newLimit) {
    return new AuditQuery(actor, act, text, source, from, until, number, newLimit);
  }
}
