package io.shopkeeper.ml.cluster;

import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;

/** Lloyd's iteration from given centres: rows to their nearest centre, centres to their rows. */
final class Lloyd {

  /** Centres that move less than this, by the spread of the rows, stay. */
  private static final double TOLERANCE = 1e-8;

  private final EncodedRows rows;
  private final int clusters;
  private final int[] nearest;
  private final double[] distances;
  private float[] centres;
  private int[] sizes;

  Lloyd(EncodedRows rows, float[] centres) {
    this.rows = rows;
    this.centres = centres;
    this.clusters = centres.length / rows.width();
    this.nearest = new int[rows.count()];
    this.distances = new double[rows.count()];
    this.sizes = new int[clusters];
  }

  void run(int iterations, TrainingListener listener) {
    assign();
    for (int iteration = 0; iteration < iterations; iteration++) {
      listener.stopIfCancelled();
      double before = inertia();
      float[] kept = centres;
      centres = means();
      assign();
      listener.progress((iteration + 1.0) / iterations, "moving centres");
      if (inertia() > before) {
        // Rounding alone moves them now.
        centres = kept;
        assign();
        break;
      }
      if (before - inertia() <= TOLERANCE * before) {
        break;
      }
    }
  }

  float[] centres() {
    return centres;
  }

  /** Rows of each cluster. */
  int[] sizes() {
    return sizes;
  }

  /** Squared distances of all rows to their centres. */
  double inertia() {
    double sum = 0;
    for (double distance : distances) {
      sum += distance;
    }
    return sum;
  }

  private void assign() {
    float[] lengths = new float[clusters];
    for (int centre = 0; centre < clusters; centre++) {
      for (int d = 0; d < rows.width(); d++) {
        float value = centres[centre * rows.width() + d];
        lengths[centre] += value * value;
      }
    }
    rows.forEachBlock(
        block -> {
          float[] products = rows.products(block, centres);
          for (int row = rows.begin(block); row < rows.end(block); row++) {
            int at = (row - rows.begin(block)) * clusters;
            int best = 0;
            // |x − c|² less |x|², which is the same for all centres.
            for (int centre = 1; centre < clusters; centre++) {
              if (lengths[centre] - 2 * products[at + centre]
                  < lengths[best] - 2 * products[at + best]) {
                best = centre;
              }
            }
            nearest[row] = best;
            distances[row] = rows.distance(row, centres, best);
          }
        });
    sizes = new int[clusters];
    for (int cluster : nearest) {
      sizes[cluster]++;
    }
  }

  private float[] means() {
    int width = rows.width();
    double[][] sums = new double[rows.blocks()][];
    rows.forEachBlock(
        block -> {
          double[] own = new double[clusters * width];
          for (int row = rows.begin(block); row < rows.end(block); row++) {
            for (int d = 0; d < width; d++) {
              own[nearest[row] * width + d] += rows.values()[row * width + d];
            }
          }
          sums[block] = own;
        });
    double[] all = new double[clusters * width];
    for (double[] own : sums) {
      for (int i = 0; i < all.length; i++) {
        all[i] += own[i];
      }
    }
    float[] means = new float[all.length];
    for (int centre = 0; centre < clusters; centre++) {
      for (int d = 0; d < width; d++) {
        means[centre * width + d] = (float) (all[centre * width + d] / Math.max(1, sizes[centre]));
      }
    }
    refill(means);
    return means;
  }

  /** A cluster that lost all its rows begins anew at the row that is farthest from its centre. */
  private void refill(float[] means) {
    double[] left = null;
    for (int centre = 0; centre < clusters; centre++) {
      if (sizes[centre] == 0) {
        left = left == null ? Arrays.copyOf(distances, distances.length) : left;
        int farthest = 0;
        for (int row = 1; row < left.length; row++) {
          farthest = left[row] > left[farthest] ? row : farthest;
        }
        left[farthest] = 0;
        System.arraycopy(
            rows.values(), farthest * rows.width(), means, centre * rows.width(), rows.width());
      }
    }
  }
}
