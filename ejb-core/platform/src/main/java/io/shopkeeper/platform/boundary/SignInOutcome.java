package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.Set;

/** What came of an attempt to sign in. */
public sealed interface SignInOutcome {

  /** Name and password fit. */
  record Accepted(String username, Set<Role> roles) implements SignInOutcome {}

  /** They do not fit; it is not told which of the two. */
  record Refused() implements SignInOutcome {}

  /** Too many failures: nothing is checked before the given time. */
  record Locked(Instant until) implements SignInOutcome {}
}
