package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Numbers as they are, then for each category a vector that is learnt (Guo and Berkhahn: Entity
 * Embeddings of Categorical Variables, 2016). A row comes as the numbers and then the categories'
 * codes, as floats; a code below 0 stands for a vector of zeros.
 *
 * @param numbers values of a row that pass through
 * @param categories of each category column, how many
 * @param widths of each category column, values of its vectors
 */
public record Embeddings(int numbers, List<Integer> categories, List<Integer> widths)
    implements Layer {

  private static final double DEVIATION = 0.05;

  public Embeddings {
    categories = List.copyOf(categories);
    widths = List.copyOf(widths);
    if (categories.size() != widths.size()) {
      throw new IllegalArgumentException(
          "%d columns, but %d widths".formatted(categories.size(), widths.size()));
    }
  }

  @Override
  public int inputs() {
    return numbers + categories.size();
  }

  @Override
  public int outputs() {
    return numbers + widths.stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public List<Parameter> parameters() {
    int length = 0;
    for (int column = 0; column < categories.size(); column++) {
      length =
          Math.addExact(length, Math.multiplyExact(categories.get(column), widths.get(column)));
    }
    return List.of(new Parameter(Parameter.Role.WEIGHT, length));
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
    private final int columns = categories.size();
    private final int inputs = inputs();
    private final int outputs = outputs();
    private final int[] width = new int[columns];
    private final int[] begin = new int[columns];
    private final float[] output;
    private final float[] downstream;
    private float[] input;

    LookingUp(Slot slot, int rows) {
      this.slot = slot;
      this.output = new float[rows * outputs];
      this.downstream = new float[rows * inputs];
      int at = slot.offset();
      for (int column = 0; column < columns; column++) {
        width[column] = widths.get(column);
        begin[column] = at;
        at += categories.get(column) * width[column];
      }
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      this.input = input;
      for (int row = 0; row < rows; row++) {
        int to = row * outputs;
        System.arraycopy(input, row * inputs, output, to, numbers);
        to += numbers;
        for (int column = 0; column < columns; column++) {
          int code = (int) input[row * inputs + numbers + column];
          if (code >= 0) {
            int from = begin[column] + code * width[column];
            System.arraycopy(slot.values(), from, output, to, width[column]);
          } else {
            Arrays.fill(output, to, to + width[column], 0);
          }
          to += width[column];
        }
      }
      return output;
    }

    /** Codes have no gradient: there it is 0. */
    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      for (int row = 0; row < rows; row++) {
        int from = row * outputs + numbers;
        for (int column = 0; column < columns; column++) {
          int code = (int) input[row * inputs + numbers + column];
          int to = begin[column] + code * width[column];
          for (int i = 0; code >= 0 && i < width[column]; i++) {
            slot.gradients()[to + i] += upstream[from + i];
          }
          from += width[column];
        }
        if (onward) {
          System.arraycopy(upstream, row * outputs, downstream, row * inputs, numbers);
        }
      }
      return onward ? downstream : NONE;
    }
  }
}
