package io.shopkeeper.catalog.boundary;

import java.util.List;

/**
 * What a rule found in an import.
 *
 * @param outcome repaired, flagged or quarantined
 * @param rule its short name, or what it says of a row that it refuses
 * @param field which field; empty for the whole row
 * @param rows how many rows
 * @param samples some of them
 */
public record ImportFinding(
    Outcome outcome, String rule, String field, long rows, List<Sample> samples) {

  /** What became of the rows. */
  public enum Outcome {
    REPAIRED,
    FLAGGED,
    QUARANTINED
  }

  /**
   * A row.
   *
   * @param row its place in the file
   * @param detail what the rule says of it; may be empty
   * @param raw the row, or its beginning
   */
  public record Sample(long row, String detail, String raw) {}
}
