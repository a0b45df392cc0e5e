package io.shopkeeper.ml.tree.grow;

import java.util.Arrays;

/**
 * A way to divide the rows of a node.
 *
 * @param gain what it takes from the loss, in the loss's unit
 * @param feature of the binned rows
 * @param bin bins from 1 to this one go left, where the feature is of numbers
 * @param missingLeft whether bin 0 goes left
 * @param categories the bins that go left where the feature is of categories, 256 bits; else empty
 * @param left packed sum of what goes left
 */
public record Split(
    double gain, int feature, int bin, boolean missingLeft, long[] categories, long left) {

  /** For each bin 1 if it goes left, else 0. */
  public byte[] table() {
    byte[] table = new byte[BinPlaces.BINS];
    if (categories.length > 0) {
      for (int code = 0; code < table.length; code++) {
        table[code] = (byte) ((categories[code >>> 6] >>> code) & 1);
      }
    } else {
      Arrays.fill(table, 1, bin + 1, (byte) 1);
      table[0] = (byte) (missingLeft ? 1 : 0);
    }
    return table;
  }
}
