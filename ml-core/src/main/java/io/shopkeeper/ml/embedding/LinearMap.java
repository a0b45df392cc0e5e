package io.shopkeeper.ml.embedding;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.linear.SymmetricInverse;
import java.util.Arrays;

/**
 * The linear map W from what users have to their vectors: min Σ_u ‖p_u − W·h_u‖² + λ‖W‖² with h_u =
 * Σ q_i / √n over the n items of u. It makes a vector for somebody who was not there.
 */
final class LinearMap {

  private static final double RIDGE = 0.1;

  private final InteractionMatrix matrix;
  private final int width;

  LinearMap(InteractionMatrix matrix, int width) {
    this.matrix = matrix;
    this.width = width;
  }

  /** W·q of each item. */
  float[] sources(float[] users, float[] items) {
    double[][] gram = new double[width][width];
    double[][] product = new double[width][width];
    double[] sum = new double[width];
    for (int user = 0; user < matrix.users(); user++) {
      add(user, items, sum);
      for (int f = 0; f < width; f++) {
        for (int g = 0; g < width; g++) {
          gram[f][g] += sum[f] * sum[g];
          product[f][g] += users[user * width + f] * sum[g];
        }
      }
    }
    double trace = 0;
    for (int f = 0; f < width; f++) {
      trace += gram[f][f];
    }
    for (int f = 0; f < width; f++) {
      gram[f][f] += RIDGE * trace / width + 1e-6;
    }
    SymmetricInverse.invert(gram);
    return map(product, gram, items);
  }

  private void add(int user, float[] items, double[] sum) {
    Arrays.fill(sum, 0);
    int count = matrix.rowEnd(user) - matrix.rowStart(user);
    double share = 1 / Math.sqrt(Math.max(1, count));
    for (int cell = matrix.rowStart(user); cell < matrix.rowEnd(user); cell++) {
      for (int f = 0; f < width; f++) {
        sum[f] += share * items[matrix.column(cell) * width + f];
      }
    }
  }

  private float[] map(double[][] product, double[][] inverse, float[] items) {
    double[][] whole = new double[width][width];
    for (int f = 0; f < width; f++) {
      for (int g = 0; g < width; g++) {
        for (int h = 0; h < width; h++) {
          whole[f][g] += product[f][h] * inverse[h][g];
        }
      }
    }
    float[] sources = new float[items.length];
    for (int item = 0; item < items.length / width; item++) {
      for (int f = 0; f < width; f++) {
        double sum = 0;
        for (int g = 0; g < width; g++) {
          sum += whole[f][g] * items[item * width + g];
        }
        sources[item * width + f] = (float) sum;
      }
    }
    return sources;
  }
}
