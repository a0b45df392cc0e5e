package io.shopkeeper.ml.neural.loss;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.Kernels;

/**
 * −ln p of the true class, p being the softmax of the outputs. With smoothing, a part of the truth
 * is spread over all classes (Szegedy and others: Rethinking the Inception Architecture, CVPR
 * 2016).
 *
 * @param classes how many
 * @param codes of each row
 * @param weights of each row
 * @param smoothing the part, 0 to below 1
 */
public record SoftmaxCrossEntropy(int classes, int[] codes, float[] weights, float smoothing)
    implements Loss {

  private static final double SMALLEST = 1e-30;

  @Override
  public int outputs() {
    return classes;
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
    kernels.softmax(count, classes, FloatBlock.of(outputs, classes));
    double loss = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      int at = i * classes;
      float step = scale * weights[row];
      float share = smoothing / classes;
      double ofRow = -(1 - smoothing) * Math.log(Math.max(SMALLEST, outputs[at + codes[row]]));
      for (int c = 0; c < classes; c++) {
        if (smoothing > 0) {
          ofRow -= share * Math.log(Math.max(SMALLEST, outputs[at + c]));
        }
        gradient[at + c] = step * (outputs[at + c] - share);
      }
      gradient[at + codes[row]] -= step * (1 - smoothing);
      loss += weights[row] * ofRow;
    }
    return loss;
  }
}
