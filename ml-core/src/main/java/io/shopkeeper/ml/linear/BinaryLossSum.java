package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.table.encode.RowBlocks;
import java.util.Arrays;

/**
 * The loss of two classes. With q = 1 / (1 + e^|z|), the smaller of both probabilities, a row's
 * loss is −ln(1 − q), and |z| more where the larger one is wrong. Logarithms are taken of products
 * of several rows: they cost more than all else.
 */
final class BinaryLossSum extends LossSum {

  /** Factors of at least a half: their product is far from the least double. */
  private static final int FACTORS = 64;

  private final Kernels kernels = KernelBackends.current().kernels();
  private final RowBlocks rows;
  private final int[] codes;
  private final float[] weights;
  private final float[] used;
  private final float constant;
  private final float[] scores;
  private final float[] lesser;

  BinaryLossSum(RowBlocks rows, int[] codes, float[] weights, float[] used, float constant) {
    super(1, rows.width());
    this.rows = rows;
    this.codes = codes;
    this.weights = weights;
    this.used = used;
    this.constant = constant;
    this.scores = new float[rows.blockRows()];
    this.lesser = new float[rows.blockRows()];
  }

  @Override
  public void add(int block) {
    int begin = rows.begin(block);
    int count = rows.begin(block + 1) - begin;
    Arrays.fill(scores, constant);
    rows.score(block, used, scores);
    for (int i = 0; i < lesser.length; i++) {
      lesser[i] = -Math.abs(scores[i]);
    }
    kernels.activate(Activation.SIGMOID, lesser, lesser);
    residuals(begin, count);
    rows.collect(block, scores, slopes(0));
  }

  /** Replaces scores by what each row gives back. */
  private void residuals(int begin, int count) {
    double loss = 0;
    double slope = 0;
    for (int from = 0; from < count; from += FACTORS) {
      int end = Math.min(count, from + FACTORS);
      double product = 1;
      for (int i = from; i < end; i++) {
        float weight = weights[begin + i];
        float q = lesser[i];
        boolean positive = codes[begin + i] == 1;
        boolean right = positive == scores[i] >= 0;
        if (weight == 1) {
          product *= 1 - q;
        } else {
          loss -= weight * Math.log(1 - q);
        }
        loss += right ? 0 : weight * Math.abs(scores[i]);
        float wrong = weight * (right ? q : 1 - q);
        scores[i] = positive ? -wrong : wrong;
        slope += scores[i];
      }
      loss -= Math.log(product);
    }
    addLoss(loss);
    addConstant(0, slope);
  }
}
