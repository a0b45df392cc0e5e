package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.SignInOutcome;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;

/** Carries what the identity store found to the page that asked. */
@RequestScoped
public class SignInResult {

  private SignInOutcome outcome;

  void keep(SignInOutcome found) {
    outcome = found;
  }

  /** Until when the door is locked, if it is. */
  Optional<Instant> lockedUntil() {
    return outcome instanceof SignInOutcome.Locked locked
        ? Optional.of(locked.until())
        : Optional.empty();
  }
}
