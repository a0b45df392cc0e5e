package io.shopkeeper.ml.neural.loss;

import io.shopkeeper.ml.kernel.Kernels;

/**
 * −ln p of the true of two classes, p being σ of the output for the second one. What a sigmoid and
 * this loss give together is computed from the output, so that nothing overflows.
 *
 * @param codes 0 or 1 of each row
 * @param weights of each row
 */
public record BinaryCrossEntropy(int[] codes, float[] weights) implements Loss {

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
      double z = codes[row] == 1 ? -outputs[i] : outputs[i];
      double e = Math.exp(-Math.abs(z));
      double wrong = z >= 0 ? 1 / (1 + e) : e / (1 + e);
      loss += weights[row] * (Math.max(z, 0) + Math.log(1 + e));
      gradient[i] = (float) (scale * weights[row] * (codes[row] == 1 ? -wrong : wrong));
    }
    return loss;
  }
}
