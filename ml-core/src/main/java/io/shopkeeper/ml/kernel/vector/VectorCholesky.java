package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.Workers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Many small systems A·x = b by A = Uᵀ·U: U is made row by row, so that every step, the two
 * substitutions included, runs along rows. Rows are padded with zeros to whole vectors.
 */
final class VectorCholesky {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int CHUNK = 64;

  private VectorCholesky() {}

  static int solve(Workers workers, int systems, int n, float[] matrices, float[] rightSides) {
    var bad = new AtomicInteger();
    int stride = (n + LANES - 1) / LANES * LANES;
    workers.forEach(
        (systems + CHUNK - 1) / CHUNK,
        chunk -> {
          float[] u = new float[n * stride];
          float[] x = new float[stride];
          float[] lanes = new float[LANES];
          for (int s = chunk * CHUNK; s < Math.min(systems, (chunk + 1) * CHUNK); s++) {
            load(n, stride, matrices, s * n * n, u);
            if (factorise(n, stride, u)) {
              Arrays.fill(x, 0);
              System.arraycopy(rightSides, s * n, x, 0, n);
              substitute(n, stride, u, x, lanes);
              System.arraycopy(x, 0, rightSides, s * n, n);
            } else {
              Arrays.fill(rightSides, s * n, (s + 1) * n, Float.NaN);
              bad.incrementAndGet();
            }
          }
        });
    return bad.get();
  }

  /** The lower triangle of a matrix as the upper one of u. What is below it is never used. */
  private static void load(int n, int stride, float[] a, int at, float[] u) {
    for (int row = 0; row < n; row++) {
      Arrays.fill(u, row * stride + n, (row + 1) * stride, 0);
      for (int column = 0; column <= row; column++) {
        u[column * stride + row] = a[at + row * n + column];
      }
    }
  }

  /** A in the upper triangle of u, in place; false where it is not positive definite. */
  static boolean factorise(int n, int stride, float[] u) {
    for (int k = 0; k < n; k++) {
      float pivot = u[k * stride + k];
      if (!(pivot > 0) || pivot == Float.POSITIVE_INFINITY) {
        return false;
      }
      FloatVector root = FloatVector.broadcast(SPECIES, (float) Math.sqrt(pivot));
      for (int j = k / LANES * LANES; j < stride; j += LANES) {
        FloatVector.fromArray(SPECIES, u, k * stride + j).div(root).intoArray(u, k * stride + j);
      }
      for (int row = k + 1; row < n; row++) {
        FloatVector factor = FloatVector.broadcast(SPECIES, -u[k * stride + row]);
        for (int j = row / LANES * LANES; j < stride; j += LANES) {
          FloatVector.fromArray(SPECIES, u, k * stride + j)
              .fma(factor, FloatVector.fromArray(SPECIES, u, row * stride + j))
              .intoArray(u, row * stride + j);
        }
      }
    }
    return true;
  }

  /**
   * The right side in x, in place; what is behind its n values must be 0.
   *
   * @param lanes scratch, one vector
   */
  static void substitute(int n, int stride, float[] u, float[] x, float[] lanes) {
    for (int k = 0; k < n; k++) {
      x[k] /= u[k * stride + k];
      int whole = (k + LANES) / LANES * LANES;
      for (int j = k + 1; j < Math.min(whole, n); j++) {
        x[j] -= u[k * stride + j] * x[k];
      }
      FloatVector factor = FloatVector.broadcast(SPECIES, -x[k]);
      for (int j = whole; j < stride; j += LANES) {
        FloatVector.fromArray(SPECIES, u, k * stride + j)
            .fma(factor, FloatVector.fromArray(SPECIES, x, j))
            .intoArray(x, j);
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      float sum = x[k];
      int whole = (k + LANES) / LANES * LANES;
      for (int j = k + 1; j < Math.min(whole, n); j++) {
        sum -= u[k * stride + j] * x[j];
      }
      FloatVector rest = FloatVector.zero(SPECIES);
      for (int j = whole; j < stride; j += LANES) {
        rest =
            FloatVector.fromArray(SPECIES, u, k * stride + j)
                .fma(FloatVector.fromArray(SPECIES, x, j), rest);
      }
      // The library's sum across lanes keeps their order and takes ten times as long.
      rest.intoArray(lanes, 0);
      x[k] = (sum - sum(lanes)) / u[k * stride + k];
    }
  }

  private static float sum(float[] lanes) {
    float even = 0;
    float odd = 0;
    for (int i = 0; i < LANES; i += 2) {
      even += lanes[i];
      odd += lanes[i + 1];
    }
    return even + odd;
  }
}
