package io.shopkeeper.catalog.clean;

import java.util.Map;

/**
 * Cleans the rows of one import, after columns became fields and before {@link RecordCheck} looks
 * at the record. An import reads its file twice: first every row is shown to {@link #observe}, so
 * that a cleaner can learn what is usual; then every row goes through {@link #clean}, in the order
 * of the file. Resumed after a crash both happen again from the first row, and what is answered for
 * rows that are stored already is thrown away: with the same rows a cleaner answers the same. For
 * one thread.
 */
@FunctionalInterface
public interface RowCleaner {

  /**
   * Sees a row of the first pass.
   *
   * @param fields the values by field; structures such as an order's lines as JSON
   */
  default void observe(Map<String, String> fields) {}

  /**
   * Cleans a row.
   *
   * @param fields the values by field, missing ones absent; not to be changed
   */
  CleanedRow clean(Map<String, String> fields);
}
