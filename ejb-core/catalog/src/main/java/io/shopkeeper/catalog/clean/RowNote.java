package io.shopkeeper.catalog.clean;

/**
 * What a rule says of one row.
 *
 * @param rule its short name, such as {@code text.trimmed}; reports count by it
 * @param field which field it is about; empty for the whole row
 * @param detail for a person: what was found, and what became of it; may be empty
 */
public record RowNote(String rule, String field, String detail) {}
