package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A vector for each item of a sequence and one for its place, both learnt, added up. A row comes as
 * the codes of items, as floats; below 0 stands for none, whose vector is zeros. Stored: vectors of
 * items, then of places.
 *
 * @param items how many codes there are, at most 2²⁴
 * @param positions of a sequence
 * @param width values of a vector
 */
public record SequenceEmbeddings(int items, int positions, int width) implements Layer {

  private static final double DEVIATION = 0.05;

  @Override
  public int inputs() {
    return positions;
  }

  @Override
  public int outputs() {
    return Math.multiplyExact(positions, width);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(Parameter.Role.WEIGHT, Math.multiplyExact(items, width)),
        new Parameter(Parameter.Role.WEIGHT, outputs()));
  }

  @Override
  public void initialise(float[] values, int at, SplittableRandom random) {
    for (int i = at; i < at + length(); i++) {
      values[i] = (float) (DEVIATION * random.nextGaussian());
    }
  }

  @Override
  public Pass pass(Slot slot, int rows, Kernels kernels) {
    return new LookingUp(slot, rows);
  }

  private final class LookingUp implements Pass {
    private final Slot slot;
    private final int places;
    private final float[] output;
    private final float[] downstream;
    private float[] input;

    LookingUp(Slot slot, int rows) {
      this.slot = slot;
      this.places = slot.offset() + items * width;
      this.output = new float[rows * outputs()];
      this.downstream = new float[rows * positions];
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      this.input = input;
      float[] values = slot.values();
      for (int i = 0; i < rows * positions; i++) {
        int to = i * width;
        if (input[i] < 0) {
          Arrays.fill(output, to, to + width, 0);
          continue;
        }
        int item = slot.offset() + ((int) input[i]) * width;
        int place = places + i % positions * width;
        for (int k = 0; k < width; k++) {
          output[to + k] = values[item + k] + values[place + k];
        }
      }
      return output;
    }

    /** Codes have no gradient: it is 0. */
    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      float[] gradients = slot.gradients();
      for (int i = 0; i < rows * positions; i++) {
        if (input[i] < 0) {
          continue;
        }
        int item = slot.offset() + ((int) input[i]) * width;
        int place = places + i % positions * width;
        for (int k = 0; k < width; k++) {
          gradients[item + k] += upstream[i * width + k];
          gradients[place + k] += upstream[i * width + k];
        }
      }
      return onward ? downstream : NONE;
    }
  }
}
