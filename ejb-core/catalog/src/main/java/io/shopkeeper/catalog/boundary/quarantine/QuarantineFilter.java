package io.shopkeeper.catalog.boundary.quarantine;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.util.List;

/**
 * Which rows are meant; null or empty for all.
 *
 * @param text that the row contains
 * @param field that the first fault is about
 * @param reason of the first fault
 * @param ids these rows only
 */
public record QuarantineFilter(
    Long importId, ImportKind kind, String field, String reason, String text, List<Long> ids) {

  public QuarantineFilter {
    ids = ids == null ? List.of() : List.copyOf(ids);
  }

  /** All rows. */
  public static QuarantineFilter all() {
    return new QuarantineFilter(null, null, null, null, null, List.of());
  }
}
