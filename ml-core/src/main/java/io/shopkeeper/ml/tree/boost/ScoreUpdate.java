package io.shopkeeper.ml.tree.boost;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import io.shopkeeper.ml.tree.grow.BinWalk;
import io.shopkeeper.ml.tree.grow.GrownTree;
import java.util.Arrays;

/** Brings a new tree's values into the scores. */
final class ScoreUpdate {

  private static final int BLOCK = 8192;

  private final BinnedRows rows;
  private final Workers workers;

  ScoreUpdate(BinnedRows rows, Workers workers) {
    this.rows = rows;
    this.workers = workers;
  }

  /** Of the rows that the tree was grown from: they stand by leaves. */
  void ofLeaves(GrownTree tree, float[] scores) {
    Workers some = tree.rows(0) > BLOCK * 2 ? workers : Workers.callerOnly();
    some.forEach(
        tree.size(),
        node -> {
          if (tree.left(node) < 0) {
            float value = (float) tree.value(node);
            tree.rowsOf(node, (members, from, to) -> add(value, members, from, to, scores));
          }
        });
  }

  private static void add(float value, int[] members, int from, int to, float[] scores) {
    for (int i = from; i < to; i++) {
      scores[members[i]] += value;
    }
  }

  /** Of other rows: they walk. */
  void ofOthers(GrownTree tree, int[] others, float[] scores) {
    if (others.length == 0) {
      return;
    }
    BinWalk walk = tree.walk(rows);
    workers.forEach(
        (others.length + BLOCK - 1) / BLOCK,
        block -> {
          int end = Math.min(others.length, (block + 1) * BLOCK);
          for (int i = block * BLOCK; i < end; i++) {
            scores[others[i]] += (float) tree.value(walk.leaf(others[i]));
          }
        });
  }

  /** The rows that are in one rising array and not in the other, which is part of it. */
  static int[] without(int[] all, int[] part) {
    int[] rest = new int[all.length - part.length];
    int taken = 0;
    int count = 0;
    for (int row : all) {
      if (taken < part.length && part[taken] == row) {
        taken++;
      } else {
        rest[count++] = row;
      }
    }
    return Arrays.copyOf(rest, count);
  }
}
