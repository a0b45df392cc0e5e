package io.shopkeeper.ml.neural.loss;

import io.shopkeeper.ml.kernel.Kernels;

/**
 * ½·(output − truth)².
 *
 * @param values the truth of each row
 * @param weights of each row
 */
public record SquaredError(float[] values, float[] weights) implements Loss {

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public float weight(int row) {
    return weights[row];
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
    double loss = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      double wrong = (double) outputs[i] - values[row];
      loss += weights[row] * 0.5 * wrong * wrong;
      gradient[i] = (float) (scale * weights[row] * wrong);
    }
    return loss;
  }
}
