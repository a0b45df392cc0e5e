package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.table.encode.RowBlocks;
import java.util.Arrays;

/** The loss of several classes. */
final class SoftmaxLossSum extends LossSum {

  private final RowBlocks rows;
  private final int[] codes;
  private final float[] weights;
  private final float[][] used;
  private final float[] constants;
  private final float[][] scores;
  private final double[] p;

  SoftmaxLossSum(RowBlocks rows, int[] codes, float[] weights, float[][] used, float[] constants) {
    super(constants.length, rows.width());
    this.rows = rows;
    this.codes = codes;
    this.weights = weights;
    this.used = used;
    this.constants = constants;
    this.scores = new float[constants.length][rows.blockRows()];
    this.p = new double[constants.length];
  }

  @Override
  public void add(int block) {
    int begin = rows.begin(block);
    int count = rows.begin(block + 1) - begin;
    for (int output = 0; output < p.length; output++) {
      Arrays.fill(scores[output], constants[output]);
      rows.score(block, used[output], scores[output]);
    }
    double loss = 0;
    for (int i = 0; i < count; i++) {
      loss += residuals(i, codes[begin + i], weights[begin + i]);
    }
    addLoss(loss);
    for (int output = 0; output < p.length; output++) {
      rows.collect(block, scores[output], slopes(output));
    }
  }

  /** Replaces the scores of a row by what it gives back; gives its loss. */
  private double residuals(int i, int code, float weight) {
    for (int output = 0; output < p.length; output++) {
      p[output] = scores[output][i];
    }
    double loss = -weight * Softmax.logProbabilities(p, code);
    for (int output = 0; output < p.length; output++) {
      double residual = weight * (p[output] - (code == output ? 1 : 0));
      scores[output][i] = (float) residual;
      addConstant(output, residual);
    }
    return loss;
  }
}
