package io.shopkeeper.fraud.boundary.attempt;

import io.shopkeeper.fraud.boundary.Outcome;
import java.time.Instant;
import java.util.List;

/**
 * What was decided of a sign-in or a sign-up.
 *
 * @param decision the hardest of what the rules that held ask for
 * @param reasons the hardest first; empty where none held
 * @param shopperText what the shopper may read: gives nothing of the reasons away
 * @param repeated whether it was decided before and this is that decision
 * @param decidedAt when
 */
public record AttemptVerdict(
    String id,
    AttemptKind kind,
    Outcome decision,
    List<AttemptReason> reasons,
    String shopperText,
    boolean repeated,
    Instant decidedAt) {

  public AttemptVerdict {
    reasons = List.copyOf(reasons);
  }
}
