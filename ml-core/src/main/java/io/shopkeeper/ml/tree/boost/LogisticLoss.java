package io.shopkeeper.ml.tree.boost;

import java.util.stream.IntStream;

/** −log p of what happened, p = 1 / (1 + e^−score) being the probability of the positive class. */
public final class LogisticLoss implements Loss {

  private final float[] target;
  private final float[] weights;

  /**
   * @param target 1 for the positive class, else 0
   * @param weights of rows
   */
  public LogisticLoss(float[] target, float[] weights) {
    this.target = target;
    this.weights = weights;
  }

  @Override
  public double[] start(int[] rows) {
    double all = IntStream.of(rows).mapToDouble(row -> weights[row]).sum();
    double positive = IntStream.of(rows).mapToDouble(row -> weights[row] * target[row]).sum();
    // Half a row more of each, so that one class alone has no infinite score.
    return new double[] {Math.log((positive + 0.5) / (all - positive + 0.5))};
  }

  @Override
  public void slopes(float[][] scores, float[][] gradients, float[][] hessians, int from, int to) {
    slopes(scores[0], gradients[0], hessians[0], from, to);
  }

  private void slopes(float[] scores, float[] gradients, float[] hessians, int from, int to) {
    for (int row = from; row < to; row++) {
      float p = Exponential.sigmoid(scores[row]);
      gradients[row] = weights[row] * (p - target[row]);
      hessians[row] = weights[row] * p * (1 - p);
    }
  }

  @Override
  public double loss(float[][] scores, int row) {
    float margin = target[row] > 0 ? -scores[0][row] : scores[0][row];
    return weights[row] * (Math.max(0, margin) + Exponential.softplus(-Math.abs(margin)));
  }

  @Override
  public double weight(int row) {
    return weights[row];
  }
}
