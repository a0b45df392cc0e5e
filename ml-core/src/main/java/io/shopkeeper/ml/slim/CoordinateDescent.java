package io.shopkeeper.ml.slim;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.neighbour.TopItems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weights into one item at a time. Different items may be learnt by different threads at once.
 */
final class CoordinateDescent {

  private static final float CLOSE = 1e-4f;

  private final Slim.Options options;
  private final int items;
  private final float[] gram;
  private final int[][] from;
  private final float[][] weights;

  CoordinateDescent(InteractionMatrix interactions, Slim.Options options) {
    this.options = options;
    this.items = interactions.items();
    this.gram = new float[Math.multiplyExact(items, items)];
    this.from = new int[items][];
    this.weights = new float[items][];
    for (int user = 0; user < interactions.users(); user++) {
      int[] row = interactions.rowItems(user);
      for (int one : row) {
        int counts = one * items;
        for (int other : row) {
          gram[counts + other]++;
        }
      }
    }
  }

  /** Learns the weights into an item. */
  void learn(int item) {
    int[] candidates = candidates(item);
    float[] slopes = new float[candidates.length];
    for (int c = 0; c < candidates.length; c++) {
      slopes[c] = gram[item * items + candidates[c]];
    }
    float[] found = new float[candidates.length];
    float ridge = (float) options.penalty();
    float lasso = (float) options.sparsity();
    for (int sweep = 0; sweep < options.sweeps(); sweep++) {
      float most = 0;
      for (int c = 0; c < candidates.length; c++) {
        int row = candidates[c] * items;
        float own = gram[row + candidates[c]];
        float wanted = Math.max(0, (slopes[c] + own * found[c] - lasso) / (own + ridge));
        float change = wanted - found[c];
        if (change != 0) {
          found[c] = wanted;
          for (int other = 0; other < candidates.length; other++) {
            slopes[other] -= change * gram[row + candidates[other]];
          }
          most = Math.max(most, Math.abs(change));
        }
      }
      if (most < CLOSE) {
        break;
      }
    }
    keep(item, candidates, found);
  }

  /** Only what is had together more often than the sparsity asks can get a weight. */
  private int[] candidates(int item) {
    int[] candidates = new int[items];
    int count = 0;
    for (int other = 0; other < items; other++) {
      float together = gram[item * items + other];
      if (other != item && together > 0 && together > options.sparsity()) {
        candidates[count++] = other;
      }
    }
    return Arrays.copyOf(candidates, count);
  }

  private void keep(int item, int[] candidates, float[] found) {
    int[] kept = new int[candidates.length];
    float[] values = new float[candidates.length];
    int count = 0;
    for (int c = 0; c < candidates.length; c++) {
      if (found[c] > 0) {
        kept[count] = candidates[c];
        values[count++] = found[c];
      }
    }
    from[item] = Arrays.copyOf(kept, count);
    weights[item] = Arrays.copyOf(values, count);
  }

  /** For each item those it speaks for, the loudest first. */
  List<ScoredItems> rows() {
    List<TopItems> rows = new ArrayList<>(items);
    int[] counts = new int[items];
    for (int[] sources : from) {
      for (int source : sources) {
        counts[source]++;
      }
    }
    for (int count : counts) {
      rows.add(new TopItems(Math.max(1, count)));
    }
    for (int item = 0; item < items; item++) {
      for (int i = 0; i < from[item].length; i++) {
        rows.get(from[item][i]).offer(item, weights[item][i]);
      }
    }
    return rows.stream().map(TopItems::drain).toList();
  }
}
