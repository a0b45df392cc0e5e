package io.shopkeeper.ml.tree.boost;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.tree.grow.GrownTree;

/** Gives leaves the quantile of what the scores leave of their rows' targets. */
final class LeafRefit {

  private LeafRefit() {}

  static void refit(GrownTree tree, Loss loss, float[][] scores, Workers workers) {
    workers.forEach(
        tree.size(),
        node -> {
          if (tree.left(node) < 0) {
            tree.rowsOf(
                node,
                (rows, from, to) -> {
                  float[] rest = new float[to - from];
                  for (int i = from; i < to; i++) {
                    rest[i - from] = (float) loss.rest(scores, rows[i]);
                  }
                  tree.value(node, ResidualLoss.quantile(rest, loss.leafQuantile()));
                });
          }
        });
  }
}
