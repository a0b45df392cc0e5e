package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * A sign-in through the identity provider that has begun; the browser's session keeps it until the
 * browser comes back.
 *
 * @param url where to send the browser
 * @param state what the browser must bring back
 * @param nonce what the token must carry
 * @param verifier what proves to the provider that the same client asks for the token
 */
public record OidcStart(
    String url, String state, String nonce, String verifier, String back, Instant startedAt) {

  /** Leaves the secrets out, so that they never reach a log. */
  @Override
  public String toString() {
    return "OidcStart[" + startedAt + "]";
  }
}
