package io.shopkeeper.ml.tree.forest;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import java.util.stream.IntStream;

/**
 * What a forest says of its training rows, of each by the trees that did not see it: an estimate of
 * its quality on new rows that costs none of them.
 */
final class OutOfBag {

  private static final int BLOCK = 4096;

  private final BinnedRows binned;
  private final CartTarget target;
  private final Workers workers;
  private final double[][] sums;
  private final int[] trees;

  OutOfBag(BinnedRows binned, CartTarget target, Workers workers) {
    this.binned = binned;
    this.target = target;
    this.workers = workers;
    this.sums = new double[target.leafWidth()][binned.rows()];
    this.trees = new int[binned.rows()];
  }

  /** Takes a tree's word on the rows that it did not see. */
  void add(CartTree tree, Bootstrap seen) {
    blocks(
        (block, from, to) -> {
          for (int row = from; row < to; row++) {
            if (seen.marks()[row] == 0) {
              float[] value = tree.value(target, tree.leaf(binned, row));
              for (int i = 0; i < value.length; i++) {
                sums[i][row] += value[i];
              }
              trees[row]++;
            }
          }
        });
  }

  /** Mean Brier score of classes, or mean squared error of numbers; NaN before any row has one. */
  double loss() {
    int count = (binned.rows() + BLOCK - 1) / BLOCK;
    double[] losses = new double[count];
    double[] weights = new double[count];
    blocks(
        (block, from, to) -> {
          for (int row = from; row < to; row++) {
            if (trees[row] > 0) {
              losses[block] += target.weight(row) * loss(row);
              weights[block] += target.weight(row);
            }
          }
        });
    double weight = IntStream.range(0, count).mapToDouble(block -> weights[block]).sum();
    return IntStream.range(0, count).mapToDouble(block -> losses[block]).sum() / weight;
  }

  private double loss(int row) {
    double loss = 0;
    for (int i = 0; i < sums.length; i++) {
      double rest = target.truth(row, i) - sums[i][row] / trees[row];
      loss += rest * rest;
    }
    return loss;
  }

  private void blocks(Blocks work) {
    int count = (binned.rows() + BLOCK - 1) / BLOCK;
    workers.forEach(
        count,
        block -> work.accept(block, block * BLOCK, Math.min(binned.rows(), (block + 1) * BLOCK)));
  }

  /** Hears of a block of rows. */
  private interface Blocks {
    void accept(int block, int from, int to);
  }
}
