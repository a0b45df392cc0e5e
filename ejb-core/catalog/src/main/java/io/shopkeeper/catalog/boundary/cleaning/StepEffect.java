package io.shopkeeper.catalog.boundary.cleaning;

/**
 * What a step did to a row.
 *
 * @param step its place in the pipeline, from 0
 * @param rule such as {@code number.separators}
 * @param before null where there was no value
 * @param after null where there is none any more
 */
public record StepEffect(
    int step,
    Outcome outcome,
    String rule,
    String field,
    String before,
    String after,
    String detail) {

  /** What that means for the row. */
  public enum Outcome {
    /** Only read in another way; the row counts as it came. */
    READ,
    REPAIRED,
    FLAGGED,
    QUARANTINED
  }
}
