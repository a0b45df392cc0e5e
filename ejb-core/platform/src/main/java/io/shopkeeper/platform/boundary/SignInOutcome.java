package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.Set;

/** What came of an attempt to sign in. */
public sealed interface SignInOutcome {

  /** All that was asked for fits. */
  record Accepted(String username, Set<Role> roles) implements SignInOutcome {}

  /** Name and password fit; now the code of the second factor. */
  record CodeNeeded(String username) implements SignInOutcome {}

  /** They do not fit; it is not told which of the two. */
  record Refused() implements SignInOutcome {}

  /** Too many failures, with this name or from this address: nothing is checked before then. */
  record Locked(Instant until) implements SignInOutcome {}
}
