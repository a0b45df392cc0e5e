package io.shopkeeper.ml.neural.loss;

import io.shopkeeper.ml.kernel.Kernels;

/**
 * A loss that also notes whose likeliest class is the true one, so that accuracy costs no pass of
 * its own.
 *
 * @param codes the true class of each row
 * @param right of each row, when it was last seen; written
 */
public record Counted(Loss loss, int[] codes, boolean[] right) implements Loss {

  @Override
  public int outputs() {
    return loss.outputs();
  }

  @Override
  public float weight(int row) {
    return loss.weight(row);
  }

  @Override
  public double at(
      float[] outputs,
      int[] rows,
      int from,
      int count,
      float scale,
      float[] gradient,
      Kernels kernels) {
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      right[row] = likeliest(outputs, i) == codes[row];
    }
    return loss.at(outputs, rows, from, count, scale, gradient, kernels);
  }

  private int likeliest(float[] outputs, int row) {
    int width = outputs();
    if (width == 1) {
      return outputs[row] > 0 ? 1 : 0;
    }
    int best = 0;
    for (int i = 1; i < width; i++) {
      best = outputs[row * width + i] > outputs[row * width + best] ? i : best;
    }
    return best;
  }

  /** The share of rows that were right. */
  public double accuracy(int[] rows) {
    int count = 0;
    for (int row : rows) {
      count += right[row] ? 1 : 0;
    }
    return (double) count / rows.length;
  }
}
