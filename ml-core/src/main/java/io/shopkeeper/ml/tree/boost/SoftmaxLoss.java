package io.shopkeeper.ml.tree.boost;

/** −log p of the class that was, p being the softmax of the scores of all classes. */
public final class SoftmaxLoss implements Loss {

  private final int classes;
  private final int[] target;
  private final float[] weights;

  /**
   * @param target the class of each row
   * @param weights of rows
   */
  public SoftmaxLoss(int classes, int[] target, float[] weights) {
    this.classes = classes;
    this.target = target;
    this.weights = weights;
  }

  @Override
  public int outputs() {
    return classes;
  }

  @Override
  public double[] start(int[] rows) {
    double[] start = new double[classes];
    double all = 0;
    for (int row : rows) {
      start[target[row]] += weights[row];
      all += weights[row];
    }
    for (int c = 0; c < classes; c++) {
      start[c] = Math.log((start[c] + 0.5) / (all + 0.5 * classes));
    }
    return start;
  }

  /** The curvature has Friedman's factor K / (K − 1), so that two classes are as the logistic. */
  @Override
  public void slopes(float[][] scores, float[][] gradients, float[][] hessians, int from, int to) {
    float factor = classes / (classes - 1f);
    float[] p = new float[classes];
    for (int row = from; row < to; row++) {
      float greatest = Float.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        greatest = Math.max(greatest, scores[c][row]);
      }
      float sum = 0;
      for (int c = 0; c < classes; c++) {
        p[c] = Exponential.exp(scores[c][row] - greatest);
        sum += p[c];
      }
      for (int c = 0; c < classes; c++) {
        float share = p[c] / sum;
        gradients[c][row] = weights[row] * (share - (c == target[row] ? 1 : 0));
        hessians[c][row] = weights[row] * factor * share * (1 - share);
      }
    }
  }

  @Override
  public double loss(float[][] scores, int row) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (float[] score : scores) {
      greatest = Math.max(greatest, score[row]);
    }
    double sum = 0;
    for (float[] score : scores) {
      sum += Math.exp(score[row] - greatest);
    }
    return weights[row] * (Math.log(sum) + greatest - scores[target[row]][row]);
  }

  @Override
  public double weight(int row) {
    return weights[row];
  }
}
