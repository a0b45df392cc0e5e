package io.shopkeeper.catalog.clean;

/**
 * What a rule says of one row.
 *
 * @param rule its short name, such as {@code text.trimmed}; reports count by it
 * @param field which field it is about; empty for the whole row
 * @param before the value that was found; null where there was none or it does not matter
 * @param after the value that is stored; null where there is none or it does not matter
 * @param detail for a person: what was found, and what became of it; may be empty
 */
public record RowNote(String rule, String field, String before, String after, String detail) {

  /** A note that shows no values. */
  public RowNote(String rule, String field, String detail) {
    this(rule, field, null, null, detail);
  }
}
