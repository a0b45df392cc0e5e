package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * A new one-time link.
 *
 * @param token the secret part of the link; this is the only time it is known
 */
public record IssuedLink(String username, LinkPurpose purpose, String token, Instant expiresAt) {

  /** Where in the shop it leads. */
  public String path() {
    return "/console/welcome?token=" + token;
  }

  /** Leaves the secret out, so that it never reaches a log. */
  @Override
  public String toString() {
    return "IssuedLink[" + username + ", " + purpose + ", " + expiresAt + "]";
  }
}
