package io.shopkeeper.platform.boundary;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A key as an administrator sees it, without its secret.
 *
 * @param lastUsedAt null if it was never used; exact to a minute
 * @param expiresAt when it ends by itself; null if it does not
 * @param successor the id of the key that takes its place; null if none does
 * @param createdBy who made it; empty where nobody wrote it down
 */
public record ApiKeyView(
    String id,
    String name,
    KeyKind kind,
    Set<Scope> scopes,
    Set<String> origins,
    Instant createdAt,
    Instant lastUsedAt,
    boolean revoked,
    Instant expiresAt,
    String successor,
    String createdBy) {

  /** So long before its end people are warned. */
  public static final Duration WARNING = Duration.ofDays(14);

  /** How it stands with a key. */
  public enum State {
    /** Opens what its scopes say. */
    VALID,
    /** The same, but it ends soon. */
    ENDING,
    /** Its time is over. */
    EXPIRED,
    /** Somebody ended it. */
    REVOKED
  }

  /** How it stands at a moment. */
  public State state(Instant now) {
    if (revoked) {
      return State.REVOKED;
    }
    if (expiresAt == null || now.isBefore(expiresAt.minus(WARNING))) {
      return State.VALID;
    }
    return now.isBefore(expiresAt) ? State.ENDING : State.EXPIRED;
  }
}
