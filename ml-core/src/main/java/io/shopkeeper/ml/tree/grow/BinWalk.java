package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.tree.binning.BinnedRows;
import java.util.Arrays;

/** Finds the leaf of binned rows: for rows that the tree was not grown from. Immutable. */
public final class BinWalk {

  private final byte[][] columns;
  private final int[] left;
  private final int[] feature;
  private final byte[][] tables;

  BinWalk(GrownTree tree, BinnedRows rows) {
    this.columns = new byte[rows.width()][];
    Arrays.setAll(columns, rows::column);
    this.left = new int[tree.size()];
    this.feature = new int[tree.size()];
    this.tables = new byte[tree.size()][];
    for (int node = 0; node < left.length; node++) {
      left[node] = tree.left(node);
      if (left[node] >= 0) {
        Split split = tree.split(node).orElseThrow();
        feature[node] = split.feature();
        tables[node] = split.table();
      }
    }
  }

  /** The leaf of a row. */
  public int leaf(int row) {
    int node = 0;
    while (left[node] >= 0) {
      int bin = columns[feature[node]][row] & 0xFF;
      node = left[node] + 1 - tables[node][bin];
    }
    return node;
  }
}
