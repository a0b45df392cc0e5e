package io.shopkeeper.platform.boundary;

import java.util.Set;

/** What came of a sign-in through the identity provider. */
public sealed interface OidcOutcome {

  /** The provider vouches for this person. */
  record Accepted(String username, Set<Role> roles) implements OidcOutcome {}

  /**
   * The provider vouches, but nothing that it says gives a role here, or the person is disabled.
   */
  record NoAccess() implements OidcOutcome {}

  /** The provider could not be reached, or what it said could not be believed. */
  record Failed(String reason) implements OidcOutcome {}
}
