package io.shopkeeper.ml.neural.layer;

import java.util.Arrays;

/**
 * Batch norm of columns, the positions of images being rows: all loops go along a row, so that they
 * are done many values at a time.
 */
final class ColumnNorm implements Pass {

  private final BatchNorm norm;
  private final Slot slot;
  private final int width;
  private final float[] output;
  private final float[] centred;
  private final float[] means;
  private final float[] inverses;
  private final float[] gains;
  private final float[] shifts;

  /**
   * Gets ready.
   *
   * @param rows of columns: positions of all rows of the largest mini-batch
   */
  ColumnNorm(BatchNorm norm, Slot slot, int rows) {
    this.norm = norm;
    this.slot = slot;
    this.width = norm.channels();
    this.output = new float[rows * width];
    this.centred = new float[rows * width];
    this.means = new float[width];
    this.inverses = new float[width];
    this.gains = new float[width];
    this.shifts = new float[width];
  }

  @Override
  public float[] forward(float[] input, int count, Mode mode) {
    int rows = count * norm.positions();
    if (!mode.training()) {
      norm.fold(slot.values(), slot.offset(), gains, shifts);
      for (int i = 0; i < rows * width; i += width) {
        for (int c = 0; c < width; c++) {
          output[i + c] = gains[c] * input[i + c] + shifts[c];
        }
      }
      return output;
    }
    centre(input, rows);
    measure(rows, mode.share());
    float[] values = slot.values();
    int at = slot.offset();
    for (int i = 0; i < rows * width; i += width) {
      for (int c = 0; c < width; c++) {
        centred[i + c] *= inverses[c];
        output[i + c] = values[at + c] * centred[i + c] + values[at + width + c];
      }
    }
    return output;
  }

  private void centre(float[] input, int rows) {
    Arrays.fill(means, 0);
    for (int i = 0; i < rows * width; i += width) {
      for (int c = 0; c < width; c++) {
        means[c] += input[i + c];
      }
    }
    for (int c = 0; c < width; c++) {
      means[c] /= rows;
    }
    Arrays.fill(inverses, 0);
    for (int i = 0; i < rows * width; i += width) {
      for (int c = 0; c < width; c++) {
        float x = input[i + c] - means[c];
        centred[i + c] = x;
        inverses[c] += x * x;
      }
    }
  }

  private void measure(int rows, float share) {
    float[] measured = slot.gradients();
    int at = slot.offset() + 2 * width;
    for (int c = 0; c < width; c++) {
      double squares = inverses[c];
      measured[at + c] += share * means[c];
      measured[at + width + c] += (float) (share * squares / Math.max(1, rows - 1));
      inverses[c] = (float) BatchNorm.inverse(squares / rows);
    }
  }

  /** ∂x = gain / (n·σ) · (n·∂y − Σ∂y − x̂·Σ(∂y·x̂)). */
  @Override
  public float[] backward(float[] upstream, int count, boolean onward) {
    int rows = count * norm.positions();
    float[] sums = shifts;
    float[] products = gains;
    Arrays.fill(sums, 0);
    Arrays.fill(products, 0);
    for (int i = 0; i < rows * width; i += width) {
      for (int c = 0; c < width; c++) {
        sums[c] += upstream[i + c];
        products[c] += upstream[i + c] * centred[i + c];
      }
    }
    float[] gradients = slot.gradients();
    int at = slot.offset();
    for (int c = 0; c < width; c++) {
      gradients[at + c] += products[c];
      gradients[at + width + c] += sums[c];
      inverses[c] *= slot.values()[at + c];
      sums[c] /= rows;
      products[c] /= rows;
    }
    for (int i = 0; onward && i < rows * width; i += width) {
      for (int c = 0; c < width; c++) {
        upstream[i + c] = inverses[c] * (upstream[i + c] - sums[c] - centred[i + c] * products[c]);
      }
    }
    return onward ? upstream : NONE;
  }
}
