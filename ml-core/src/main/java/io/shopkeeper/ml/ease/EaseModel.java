package io.shopkeeper.ml.ease;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.linear.SymmetricInverse;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.neighbour.TopItems;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.function.IntPredicate;

/**
 * EASE: the item weights B with zero diagonal that rebuild X best, min ‖X − X·B‖² + λ‖B‖², in
 * closed form B_ij = −P_ij / P_jj with P = (XᵀX + λI)⁻¹ (Steck: Embarrassingly Shallow Autoencoders
 * for Sparse Data, WWW 2019). Immutable and safe for use by several threads. Memory is 12 bytes for
 * each pair of items while it learns, 4 afterwards; time is about items³ multiplications.
 */
public final class EaseModel {

  /** Most items that this implementation takes. */
  public static final int MOST_ITEMS = 8_000;

  private final float[][] weights;

  private EaseModel(float[][] weights) {
    this.weights = weights;
  }

  /** Learns with the kernels of this process. */
  public static EaseModel train(
      InteractionMatrix interactions, double lambda, TrainingListener listener) {
    return train(interactions, lambda, KernelBackends.current().kernels(), listener);
  }

  /**
   * Learns.
   *
   * @param interactions users × items; every cell counts as 1
   * @param lambda weight of the penalty, greater than 0
   * @param kernels multiplies matrices
   * @throws IllegalArgumentException if there are more than {@value #MOST_ITEMS} items
   */
  public static EaseModel train(
      InteractionMatrix interactions, double lambda, Kernels kernels, TrainingListener listener) {
    int items = interactions.items();
    if (items > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "EASE needs time with the third power of the items: %,d of them are too many, at most %,d can be learnt"
              .formatted(items, MOST_ITEMS));
    }
    if (!(lambda > 0)) {
      throw new IllegalArgumentException("lambda must be greater than 0, but is " + lambda);
    }
    listener.progress(0, "co-occurrence");
    double[] gram = gram(interactions);
    for (int item = 0; item < items; item++) {
      gram[item * items + item] += lambda;
    }
    listener.stopIfCancelled();
    listener.progress(0.2, "inverse");
    SymmetricInverse.invert(gram, items, kernels);
    listener.stopIfCancelled();
    float[][] weights = new float[items][items];
    for (int i = 0; i < items; i++) {
      for (int j = 0; j < items; j++) {
        weights[i][j] = i == j ? 0 : (float) (-gram[i * items + j] / gram[j * items + j]);
      }
    }
    listener.progress(1, "inverse");
    return new EaseModel(weights);
  }

  private static double[] gram(InteractionMatrix interactions) {
    int items = interactions.items();
    double[] gram = new double[items * items];
    for (int user = 0; user < interactions.users(); user++) {
      int[] row = interactions.rowItems(user);
      for (int i = 0; i < row.length; i++) {
        int counts = row[i] * items;
        for (int j = 0; j <= i; j++) {
          gram[counts + row[j]]++;
        }
      }
    }
    return gram;
  }

  /** How many items it knows. */
  public int items() {
    return weights.length;
  }

  /**
   * Ranks items for a history: the score of an item is the sum of its weights from the history.
   *
   * @param history dense indices; unknown ones are passed over
   * @param n at most so many, at least 1
   * @param admissible whether an item may be recommended
   */
  public ScoredItems recommend(int[] history, int n, IntPredicate admissible) {
    float[] scores = new float[weights.length];
    for (int item : history) {
      if (item < weights.length) {
        float[] row = weights[item];
        for (int other = 0; other < scores.length; other++) {
          scores[other] += row[other];
        }
      }
    }
    var best = new TopItems(n);
    for (int item = 0; item < scores.length; item++) {
      if (admissible.test(item)) {
        best.offer(item, scores[item]);
      }
    }
    return best.drain();
  }
}
