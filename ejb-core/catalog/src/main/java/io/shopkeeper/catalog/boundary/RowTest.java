package io.shopkeeper.catalog.boundary;

/**
 * A question to a row of a file.
 *
 * @param column whose cell is looked at
 * @param test present, missing, equals, differs, like, unlike, above, below
 * @param value what the cell is compared with; for like a pattern in which {@code *} stands for
 *     anything, {@code ?} for one character, {@code #} for one digit and {@code |} for "or"
 */
public record RowTest(String column, String test, String value) {}
