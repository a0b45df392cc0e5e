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
 * @param errors why it was not judged
 */
public record Judged(Optional<StoredDecision> decision, boolean repeated, List<FieldError> errors) {

  static Judged of(StoredDecision decision, boolean repeated) {
    return new Judged(Optional.of(decision), repeated, List.of());
  }

  static Judged refused(List<FieldError> errors) {
    return new Judged(Optional.empty(), false, errors);
  }

  static Judged refused(String pointer, String message) {
    return refused(List.of(new FieldError(pointer, message)));
  }
}
