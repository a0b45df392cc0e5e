package io.shopkeeper.fraud.boundary;

import java.util.List;

/**
 * What became of a file with entries. If a row is wrong, nothing is written.
 *
 * @param added entries that are new
 * @param renewed entries that were there and have the file's expiry and note now
 * @param faults what is wrong, at most 100; empty if all was written
 * @param wrong how many rows are wrong
 */
public record ListImport(int added, int renewed, List<Fault> faults, int wrong) {

  /**
   * A row that is wrong.
   *
   * @param line from 1
   * @param column 1 for the value, 2 for the expiry, 3 for the note; 0 for the row
   * @param fault such as {@code not-email}; the console has words for it
   * @param text what stands there, cut
   */
  public record Fault(int line, int column, String fault, String text) {}
}
