package io.shopkeeper.ml.neighbour;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.training.TrainingListener;

/**
 * Learns item neighbours. For each item, the rows of its users are scattered into a dense
 * accumulator of one float and one count per item, so that A·Aᵀ is never built: memory is O(items)
 * beside the model, time is Σ_users count² (Linden, Smith and York, 2003).
 */
public final class ItemNeighbourTrainer {

  private ItemNeighbourTrainer() {}

  /**
   * Learns from a matrix.
   *
   * @param matrix users × items
   * @return the neighbours of each item; the same for the same input
   */
  public static ItemNeighbourModel train(
      InteractionMatrix matrix, ItemNeighbourOptions options, TrainingListener listener) {
    int items = matrix.items();
    InteractionMatrix byItem = matrix.transpose();
    double[] norms = norms(byItem, options.similarity());
    var model = new ItemNeighbourModel.Builder(items);
    var accumulator = new Accumulator(items);
    var best = new TopItems(options.neighbours());
    for (int item = 0; item < items; item++) {
      if ((item & 0xff) == 0) {
        listener.stopIfCancelled();
        listener.progress((double) item / items, "similarity");
      }
      accumulator.scatter(item, byItem, matrix, options.similarity());
      for (int i = 0; i < accumulator.touched(); i++) {
        int other = accumulator.item(i);
        int support = accumulator.support(other);
        double norm = norms[item] * norms[other];
        if (other != item && support >= options.minimumSupport() && norm > 0) {
          double damping = support / (support + options.shrinkage());
          double similarity = accumulator.sum(other) / Math.sqrt(norm) * damping;
          if (similarity > 0) {
            best.offer(other, (float) similarity);
          }
        }
      }
      accumulator.clear();
      model.add(best.drain());
    }
    listener.progress(1, "similarity");
    return model.build();
  }

  private static double[] norms(InteractionMatrix byItem, Similarity similarity) {
    double[] norms = new double[byItem.users()];
    for (int item = 0; item < norms.length; item++) {
      for (int cell = byItem.rowStart(item); cell < byItem.rowEnd(item); cell++) {
        double value = similarity == Similarity.SEED ? 1 : byItem.value(cell);
        norms[item] += value * value;
      }
    }
    return norms;
  }

  /** One row of A·Aᵀ at a time. */
  private static final class Accumulator {

    private final double[] sums;
    private final int[] supports;
    private final int[] touchedItems;
    private int touched;

    Accumulator(int items) {
      sums = new double[items];
      supports = new int[items];
      touchedItems = new int[items];
    }

    void scatter(
        int item, InteractionMatrix byItem, InteractionMatrix byUser, Similarity similarity) {
      boolean count = similarity == Similarity.SEED;
      for (int cell = byItem.rowStart(item); cell < byItem.rowEnd(item); cell++) {
        int user = byItem.column(cell);
        double weight = count ? 1 : byItem.value(cell);
        int end = byUser.rowEnd(user);
        for (int other = byUser.rowStart(user); other < end; other++) {
          int column = byUser.column(other);
          if (supports[column]++ == 0) {
            touchedItems[touched++] = column;
          }
          sums[column] += count ? 1 : weight * byUser.value(other);
        }
      }
    }

    int touched() {
      return touched;
    }

    int item(int place) {
      return touchedItems[place];
    }

    int support(int item) {
      return supports[item];
    }

    double sum(int item) {
      return sums[item];
    }

    void clear() {
      for (int i = 0; i < touched; i++) {
        sums[touchedItems[i]] = 0;
        supports[touchedItems[i]] = 0;
      }
      touched = 0;
    }
  }
}
