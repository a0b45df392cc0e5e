package io.shopkeeper.platform.boundary;

/**
 * A new session.
 *
 * @param token what the browser presents; this is the only time it is known
 */
public record OpenedSession(long id, String username, String token) {

  /** Leaves the secret out, so that it never reaches a log. */
  @Override
  public String toString() {
    return "OpenedSession[" + id + ", " + username + "]";
  }
}
