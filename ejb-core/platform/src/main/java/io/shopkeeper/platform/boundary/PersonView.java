package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.Set;

/**
 * A person of the console.
 *
 * @param displayName what the person is called; empty if not told
 * @param lastSignInAt null before the first sign-in
 * @param passwordChangedAt null if it never was
 * @param secondFactor whether signing in takes a code, too
 * @param fromProvider whether an identity provider vouches for the person
 */
public record PersonView(
    String username,
    String displayName,
    Set<Role> roles,
    PersonState state,
    Instant createdAt,
    Instant lastSignInAt,
    Instant passwordChangedAt,
    boolean secondFactor,
    boolean fromProvider) {

  public PersonView {
    roles = Set.copyOf(roles);
  }
}
