package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.Set;

/**
 * Who calls the interface, as its key says.
 *
 * @param origins the web origins that a public key is bound to; empty for any
 * @param expiresAt when the key ends by itself; null if it does not
 */
public record Caller(
    String keyId,
    String name,
    KeyKind kind,
    Set<Scope> scopes,
    Set<String> origins,
    Instant expiresAt) {

  public Caller {
    scopes = Set.copyOf(scopes);
    origins = Set.copyOf(origins);
  }
}
