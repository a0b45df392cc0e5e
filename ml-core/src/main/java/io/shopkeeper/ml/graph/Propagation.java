package io.shopkeeper.ml.graph;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.SparseRows;

/**
 * One step along all edges: each user gets the sum of their items, each item that of its users,
 * every edge divided by √(d_u · d_i). Immutable.
 */
final class Propagation {

  private final SparseRows byUser;
  private final SparseRows byItem;
  private final int width;

  Propagation(InteractionMatrix matrix, int width) {
    this.width = width;
    SparseRows ones = matrix.sparse();
    int[] owners = new int[matrix.items()];
    for (int cell = 0; cell < ones.nonZeros(); cell++) {
      owners[ones.indices()[cell]]++;
    }
    float[] values = new float[ones.nonZeros()];
    for (int user = 0; user < ones.rows(); user++) {
      for (int cell = ones.starts()[user]; cell < ones.starts()[user + 1]; cell++) {
        values[cell] =
            (float) (1 / Math.sqrt((double) ones.count(user) * owners[ones.indices()[cell]]));
      }
    }
    byUser = new SparseRows(ones.rows(), ones.columns(), ones.starts(), ones.indices(), values);
    byItem = byUser.transpose();
  }

  /** Vectors of all users and all items. */
  record Vectors(float[] users, float[] items) {

    Vectors copy() {
      return new Vectors(users.clone(), items.clone());
    }

    void add(Vectors others) {
      add(users, others.users);
      add(items, others.items);
    }

    void scale(float factor) {
      for (int i = 0; i < users.length; i++) {
        users[i] *= factor;
      }
      for (int i = 0; i < items.length; i++) {
        items[i] *= factor;
      }
    }

    private static void add(float[] to, float[] values) {
      for (int i = 0; i < to.length; i++) {
        to[i] += values[i];
      }
    }
  }

  /** How many have an item. */
  int owners(int item) {
    return byItem.count(item);
  }

  /** One step. */
  Vectors step(Vectors from) {
    var to = new Vectors(new float[from.users().length], new float[from.items().length]);
    multiply(byUser, from.items(), to.users());
    multiply(byItem, from.users(), to.items());
    return to;
  }

  private void multiply(SparseRows edges, float[] from, float[] to) {
    KernelBackends.current()
        .kernels()
        .multiply(edges, width, FloatBlock.of(from, width), FloatBlock.of(to, width));
  }

  /** The sum of none, one, … {@code layers} steps. */
  Vectors sum(Vectors start, int layers) {
    Vectors sum = start.copy();
    Vectors layer = start;
    for (int step = 0; step < layers; step++) {
      layer = step(layer);
      sum.add(layer);
    }
    return sum;
  }
}
