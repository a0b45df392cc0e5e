package io.shopkeeper.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose password was right and whose code is still to come; the browser's session keeps it
 * for a few minutes.
 */
record PendingCode(String username, Instant since) {

  private static final String NAME = "shopkeeper.pending-code";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Keeps it; the browser's session gets another id. */
  void keep(HttpServletRequest request) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setAttribute(NAME, this);
  }

  /** The one that is kept, if it is not too old. */
  static Optional<PendingCode> of(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((PendingCode) session.getAttribute(NAME))
            .filter(pending -> now.isBefore(pending.since().plus(PATIENCE)));
  }

  /** Forgets it. */
  static void forget(HttpServletRequest request) {
    Optional.ofNullable(request.getSession(false))
        .ifPresent(session -> session.removeAttribute(NAME));
  }
}
