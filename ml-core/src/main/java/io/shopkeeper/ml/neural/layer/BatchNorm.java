package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives every channel mean 0 and deviation 1 over the mini-batch, then a gain and a shift that are
 * learnt; a trained network uses means and variances that followed those of the mini-batches (Ioffe
 * and Szegedy: Batch Normalization, ICML 2015). Where a mini-batch is cut into parts, each part is
 * measured on its own (Hoffer, Hubara, Soudry: Train longer, generalize better, NIPS 2017).
 *
 * <p>Stored: gains, shifts, means, variances, one for each channel.
 *
 * @param channels side by side
 * @param positions of a row, one after the other: 1 for tables, height × width for images
 */
public record BatchNorm(int channels, int positions) implements Layer {

  private static final double SMALL = 1e-5;

  @Override
  public int inputs() {
    return Math.multiplyExact(channels, positions);
  }

  @Override
  public int outputs() {
    return inputs();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(Parameter.Role.BIAS, channels),
        new Parameter(Parameter.Role.BIAS, channels),
        new Parameter(Parameter.Role.STATISTIC, channels),
        new Parameter(Parameter.Role.STATISTIC, channels));
  }

  @Override
  public void initialise(float[] values, int at, SplittableRandom random) {
    Arrays.fill(values, at, at + channels, 1);
    Arrays.fill(values, at + 3 * channels, at + 4 * channels, 1);
  }

  /**
   * Gain and shift of a channel as a trained network applies them: y = gain·x + shift.
   *
   * @param at where its values begin
   */
  public void fold(float[] values, int at, float[] gains, float[] shifts) {
    for (int c = 0; c < channels; c++) {
      double deviation = Math.sqrt(values[at + 3 * channels + c] + SMALL);
      double gain = values[at + c] / deviation;
      gains[c] = (float) gain;
      shifts[c] = (float) (values[at + channels + c] - gain * values[at + 2 * channels + c]);
    }
  }

  @Override
  public Pass pass(Slot slot, int rows, Kernels kernels) {
    return new ColumnNorm(this, slot, Math.multiplyExact(rows, positions));
  }

  /** 1 / √(variance + ε). */
  static double inverse(double variance) {
    return 1 / Math.sqrt(variance + SMALL);
  }
}
