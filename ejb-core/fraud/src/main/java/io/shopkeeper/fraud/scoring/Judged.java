package io.shopkeeper.fraud.scoring;

import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * What became of a payment that was asked about.
 *
 * @param decision empty if it was not judged
 * @param repeated whether it was decided before
 * @param later whether it was not judged only for now
 * @param errors why it was not judged
 */
public record Judged(
    Optional<StoredDecision> decision, boolean repeated, boolean later, List<FieldError> errors) {

  static Judged of(StoredDecision decision, boolean repeated) {
    return new Judged(Optional.of(decision), repeated, false, List.of());
  }

  static Judged refused(List<FieldError> errors) {
    return new Judged(Optional.empty(), false, false, errors);
  }

  static Judged refused(String pointer, String message) {
    return refused(List.of(new FieldError(pointer, message)));
  }

  static Judged later(String pointer, String message) {
    return new Judged(Optional.empty(), false, true, List.of(new FieldError(pointer, message)));
  }
}
