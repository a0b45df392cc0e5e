package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;

/**
 * The greatest of every size × size pixels; a rest at the right and lower edge is left out. The
 * gradient goes to the greatest, the first of equals.
 *
 * @param shape of what comes in
 * @param size at most its height and width
 */
public record MaxPool(ImageShape shape, int size) implements Layer {

  public MaxPool {
    if (size < 1 || size > shape.height() || size > shape.width()) {
      throw new IllegalArgumentException(
          "%d × %d pixels can not be pooled by %d".formatted(shape.height(), shape.width(), size));
    }
  }

  /** The shape of what goes out. */
  public ImageShape after() {
    return new ImageShape(shape.channels(), shape.height() / size, shape.width() / size);
  }

  @Override
  public int inputs() {
    return shape.length();
  }

  @Override
  public int outputs() {
    return after().length();
  }

  @Override
  public Pass pass(Slot slot, int rows, Kernels kernels) {
    return new Pooling(rows);
  }

  private final class Pooling implements Pass {
    private final int outputs = outputs();
    private final float[] output;
    private final int[] greatest;
    private final float[] downstream;

    Pooling(int rows) {
      this.output = new float[rows * outputs];
      this.greatest = new int[rows * outputs];
      this.downstream = new float[rows * inputs()];
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      ImageShape after = after();
      int to = 0;
      for (int plane = 0; plane < rows * shape.channels(); plane++) {
        for (int y = 0; y < after.height(); y++) {
          int line = plane * shape.positions() + y * size * shape.width();
          for (int x = 0; x < after.width(); x++) {
            int best = greatest(input, line + x * size);
            greatest[to] = best;
            output[to++] = input[best];
          }
        }
      }
      return output;
    }

    private int greatest(float[] input, int from) {
      int best = from;
      for (int dy = 0; dy < size; dy++) {
        int line = from + dy * shape.width();
        for (int at = line; at < line + size; at++) {
          best = input[at] > input[best] ? at : best;
        }
      }
      return best;
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      if (!onward) {
        return NONE;
      }
      Arrays.fill(downstream, 0);
      for (int i = 0; i < rows * outputs; i++) {
        downstream[greatest[i]] += upstream[i];
      }
      return downstream;
    }
  }
}
