package io.shopkeeper.ml.neighbour;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;

/**
 * Learns item neighbours by the sparse similarity kernel: items × users is compared row by row, and
 * items × items is never built (Linden, Smith and York, 2003).
 */
public final class ItemNeighbourTrainer {

  private ItemNeighbourTrainer() {}

  /** Learns from a matrix with the kernels of this process. */
  public static ItemNeighbourModel train(
      InteractionMatrix matrix, ItemNeighbourOptions options, TrainingListener listener) {
    return train(matrix, options, KernelBackends.current().kernels(), listener);
  }

  /**
   * Learns from a matrix.
   *
   * @param matrix users × items
   * @param kernels compares the items
   * @return the neighbours of each item; the same for the same input
   */
  public static ItemNeighbourModel train(
      InteractionMatrix matrix,
      ItemNeighbourOptions options,
      Kernels kernels,
      TrainingListener listener) {
    SparseRows byUser = matrix.sparse();
    RankedRows ranked = kernels.neighbours(byUser.transpose(), byUser, spec(options), listener);
    var rows = new ArrayList<ScoredItems>(ranked.rows());
    for (int item = 0; item < ranked.rows(); item++) {
      rows.add(new ScoredItems(ranked.indicesOf(item), ranked.scoresOf(item)));
    }
    listener.progress(1, "similarity");
    return ItemNeighbourModel.of(rows);
  }

  private static NeighbourSpec spec(ItemNeighbourOptions options) {
    return new NeighbourSpec(
        options.similarity().measure(),
        options.neighbours(),
        0,
        options.minimumSupport(),
        options.shrinkage());
  }
}
