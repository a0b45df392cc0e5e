package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.table.encode.RowBlocks;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;

/**
 * Σ weight·(−ln p of the true class) + l2/2·Σ w² of a linear model, and its gradient.
 *
 * <p>Parameters: for each output the weights of a row's numbers and then a constant, which is not
 * penalised. Two classes have one output, the log-odds of the second; more have one each.
 */
final class LogLoss implements Lbfgs.Function {

  private final RowBlocks rows;
  private final int[] codes;
  private final float[] weights;
  private final int outputs;
  private final double l2;
  private final TrainingListener listener;

  /**
   * @param codes the class of each row
   * @param weights of each row
   * @param listener can stop it after any block of rows
   */
  LogLoss(
      RowBlocks rows,
      int[] codes,
      int classes,
      float[] weights,
      double l2,
      TrainingListener listener) {
    this.rows = rows;
    this.codes = codes;
    this.weights = weights;
    this.outputs = classes == 2 ? 1 : classes;
    this.l2 = l2;
    this.listener = listener;
  }

  /** How many. */
  int parameters() {
    return outputs * (rows.width() + 1);
  }

  /** How many rows. */
  int rows() {
    return codes.length;
  }

  /** The place of an output's constant among the parameters. */
  int constant(int output) {
    return output * (rows.width() + 1) + rows.width();
  }

  @Override
  public double at(double[] x, double[] gradient) {
    int width = rows.width();
    // Behind the weights of an output stands a 0, for cells that are nothing.
    float[][] used = new float[outputs][width + 1];
    float[] constants = new float[outputs];
    for (int output = 0; output < outputs; output++) {
      for (int i = 0; i < width; i++) {
        used[output][i] = (float) x[output * (width + 1) + i];
      }
      constants[output] = (float) x[constant(output)];
    }
    LossSum sum =
        Chunks.sum(
            rows,
            chunk ->
                outputs == 1
                    ? new BinaryLossSum(rows, codes, weights, used[0], constants[0])
                    : new SoftmaxLossSum(rows, codes, weights, used, constants),
            listener);
    Arrays.fill(gradient, 0);
    double value = sum.value();
    for (int output = 0; output < outputs; output++) {
      int at = output * (width + 1);
      System.arraycopy(sum.slopes(output), 0, gradient, at, width);
      gradient[at + width] = sum.constant(output);
      for (int i = at; i < at + width; i++) {
        value += l2 / 2 * x[i] * x[i];
        gradient[i] += l2 * x[i];
      }
    }
    return value;
  }
}
