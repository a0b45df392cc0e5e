package io.shopkeeper.platform.boundary;

import java.util.Set;

/**
 * Who calls the interface, as its key says.
 *
 * @param origins the web origins that a public key is bound to; empty for any
 */
public record Caller(
    String keyId, String name, KeyKind kind, Set<Scope> scopes, Set<String> origins) {

  public Caller {
    scopes = Set.copyOf(scopes);
    origins = Set.copyOf(origins);
  }
}
