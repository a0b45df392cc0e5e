package io.shopkeeper.ml.ease;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.linear.SymmetricInverse;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.WeightedItems;
import io.shopkeeper.ml.ranking.Weighting;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * EASE: the item weights B with zero diagonal that rebuild X best, min ‖X − X·B‖² + λ‖B‖², in
 * closed form B_ij = −P_ij / P_jj with P = (XᵀX + λI)⁻¹ (Steck: Embarrassingly Shallow Autoencoders
 * for Sparse Data, WWW 2019). Immutable and safe for use by several threads. Memory is 12 bytes for
 * each pair of items while it learns, 4 afterwards; time is about items³ multiplications.
 */
public final class EaseModel implements RankingModel {

  /** Most items that this implementation takes. */
  public static final int MOST_ITEMS = 20_000;

  static final String NAME = "ease";
  private static final int FORMAT = 1;

  private final int items;
  private final float[] weights;
  private final double recency;

  private EaseModel(int items, float[] weights, double recency) {
    this.items = items;
    this.weights = weights;
    this.recency = recency;
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
    return train(CoOccurrence.of(interactions), lambda, kernels, listener);
  }

  static EaseModel train(
      CoOccurrence pairs, double lambda, Kernels kernels, TrainingListener listener) {
    int items = pairs.items();
    if (items > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "EASE needs time with the third power of the items: %,d of them are too many, at most %,d can be learnt"
              .formatted(items, MOST_ITEMS));
    }
    long needed = 12L * items * items;
    if (needed > Runtime.getRuntime().maxMemory() * 9 / 10) {
      throw new IllegalArgumentException(
          "EASE needs %,d MB for %,d items, but this Java may use %,d MB: give it more (-Xmx)"
              .formatted(needed >> 20, items, Runtime.getRuntime().maxMemory() >> 20));
    }
    if (!(lambda > 0)) {
      throw new IllegalArgumentException("lambda must be greater than 0, but is " + lambda);
    }
    listener.progress(0, "co-occurrence");
    double[] gram = pairs.gram().get();
    for (int item = 0; item < items; item++) {
      gram[item * items + item] += lambda;
    }
    listener.stopIfCancelled();
    listener.progress(0.2, "inverse");
    SymmetricInverse.invert(gram, items, kernels);
    listener.stopIfCancelled();
    float[] weights = new float[items * items];
    for (int i = 0; i < items; i++) {
      for (int j = 0; j < items; j++) {
        weights[i * items + j] = i == j ? 0 : (float) (-gram[i * items + j] / gram[j * items + j]);
      }
    }
    listener.progress(1, "inverse");
    return new EaseModel(items, weights, 1);
  }

  /** The same weights, reading histories with a decay. */
  EaseModel withRecency(double step) {
    return new EaseModel(items, weights, step);
  }

  /** How many items it knows. */
  @Override
  public int items() {
    return items;
  }

  /**
   * The sum of the weights from the history; what is repeated counts once. −∞ where no weight
   * speaks: for items that nobody has, and for all where the history is empty.
   */
  @Override
  public void score(History history, float[] scores) {
    WeightedItems row = WeightedItems.of(history, items, Weighting.BINARY, recency);
    Arrays.fill(scores, 0, items, 0);
    for (int h = 0; h < row.size(); h++) {
      int from = row.items()[h] * items;
      float weight = row.weights()[h];
      for (int item = 0; item < items; item++) {
        scores[item] += weight * weights[from + item];
      }
    }
    for (int item = 0; item < items; item++) {
      scores[item] = scores[item] == 0 ? Float.NEGATIVE_INFINITY : scores[item];
    }
  }

  @Override
  public int[] sources(History history, int[] wanted) {
    WeightedItems row = WeightedItems.of(history, items, Weighting.BINARY, recency);
    int[] sources = new int[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      sources[i] = -1;
      float most = 0;
      for (int h = 0; h < row.size(); h++) {
        float share = row.weights()[h] * weights[row.items()[h] * items + wanted[i]];
        if (share > most) {
          most = share;
          sources[i] = row.items()[h];
        }
      }
    }
    return sources;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    out.writeInt(items);
    out.writeDouble(recency);
    StoredForm.write(out, weights);
  }

  static EaseModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    int items = in.readInt();
    double recency = in.readDouble();
    float[] weights = StoredForm.readFloats(in);
    if (items < 0 || items > MOST_ITEMS || weights.length != items * items) {
      throw new IOException("damaged: %d items, %d weights".formatted(items, weights.length));
    }
    return new EaseModel(items, weights, recency);
  }
}
