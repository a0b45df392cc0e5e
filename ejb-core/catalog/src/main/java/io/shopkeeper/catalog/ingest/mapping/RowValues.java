package io.shopkeeper.catalog.ingest.mapping;

import java.util.Map;

/**
 * The cells of one row by column.
 *
 * @param number its place in the file, from 1
 */
public record RowValues(long number, Map<String, String> cells) {

  /** The column that every row has: its place in the file. */
  public static final String ROW = "#row";

  /** A cell; empty where there is none. */
  String cell(String column) {
    return ROW.equals(column) ? Long.toString(number) : cells.getOrDefault(column, "");
  }
}
