package io.shopkeeper.catalog.clean;

import java.util.List;
import java.util.Map;

/**
 * A row after cleaning.
 *
 * @param fields the values by field, as they are to be stored
 * @param repairs what was changed; a row with any counts as repaired
 * @param doubts what looks odd and was left as it is; a row with any counts as flagged
 * @param faults why the row cannot be stored; a row with any goes to quarantine
 */
public record CleanedRow(
    Map<String, String> fields, List<RowNote> repairs, List<RowNote> doubts, List<RowNote> faults) {

  /** A row that is left as it is. */
  public static CleanedRow untouched(Map<String, String> fields) {
    return new CleanedRow(fields, List.of(), List.of(), List.of());
  }
}
