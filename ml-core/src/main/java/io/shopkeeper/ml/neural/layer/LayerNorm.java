package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives every row mean 0 and deviation 1, then each value a gain and a shift that are learnt (Ba,
 * Kiros, Hinton: Layer Normalization, 2016). Stored: gains, shifts.
 *
 * @param width values of a row
 */
public record LayerNorm(int width) implements Layer {

  private static final double SMALL = 1e-6;

  @Override
  public int inputs() {
    return width;
  }

  @Override
  public int outputs() {
    return width;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(Parameter.Role.BIAS, width), new Parameter(Parameter.Role.BIAS, width));
  }

  @Override
  public void initialise(float[] values, int at, SplittableRandom random) {
    Arrays.fill(values, at, at + width, 1);
  }

  @Override
  public Pass pass(Slot slot, int rows, Kernels kernels) {
    return new Normalising(slot, rows);
  }

  private final class Normalising implements Pass {
    private final Slot slot;
    private final float[] output;
    private final float[] normal;
    private final float[] downstream;
    private final float[] inverses;

    Normalising(Slot slot, int rows) {
      this.slot = slot;
      this.output = new float[rows * width];
      this.normal = new float[rows * width];
      this.downstream = new float[rows * width];
      this.inverses = new float[rows];
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      float[] values = slot.values();
      int at = slot.offset();
      for (int row = 0; row < rows; row++) {
        int from = row * width;
        float mean = Sums.of(input, from, width) / width;
        for (int i = from; i < from + width; i++) {
          normal[i] = input[i] - mean;
        }
        float inverse =
            (float) (1 / Math.sqrt(Sums.products(normal, normal, from, width) / width + SMALL));
        inverses[row] = inverse;
        for (int i = 0; i < width; i++) {
          normal[from + i] *= inverse;
          output[from + i] = values[at + i] * normal[from + i] + values[at + width + i];
        }
      }
      return output;
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      float[] values = slot.values();
      float[] gradients = slot.gradients();
      int at = slot.offset();
      for (int row = 0; row < rows; row++) {
        int from = row * width;
        for (int i = 0; i < width; i++) {
          gradients[at + i] += upstream[from + i] * normal[from + i];
          gradients[at + width + i] += upstream[from + i];
          upstream[from + i] *= values[at + i];
        }
        if (onward) {
          float mean = Sums.of(upstream, from, width) / width;
          float product = Sums.products(upstream, normal, from, width) / width;
          float inverse = inverses[row];
          for (int i = from; i < from + width; i++) {
            downstream[i] = inverse * (upstream[i] - mean - normal[i] * product);
          }
        }
      }
      return onward ? downstream : NONE;
    }
  }
}
