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
      int channels = shape.channels();
      int to = 0;
      for (int row = 0; row < rows; row++) {
        for (int y = 0; y < after.height(); y++) {
          int line = row * inputs() + y * size * shape.width() * channels;
          for (int x = 0; x < after.width(); x++, to += channels) {
            pool(input, line + x * size * channels, to);
          }
        }
      }
      return output;
    }

    /** All channels of a position, so that the innermost loop goes along memory. */
    private void pool(float[] input, int from, int to) {
      int channels = shape.channels();
      for (int c = 0; c < channels; c++) {
        output[to + c] = input[from + c];
        greatest[to + c] = from + c;
      }
      for (int place = 1; place < size * size; place++) {
        int at = from + (place / size * shape.width() + place % size) * channels;
        for (int c = 0; c < channels; c++) {
          boolean greater = input[at + c] > output[to + c];
          output[to + c] = greater ? input[at + c] : output[to + c];
          greatest[to + c] = greater ? at + c : greatest[to + c];
        }
      }
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      if (!onward) {
        return NONE;
      }
      Arrays.fill(downstream, 0, rows * inputs(), 0);
      for (int i = 0; i < rows * outputs; i++) {
        downstream[greatest[i]] += upstream[i];
      }
      return downstream;
    }
  }
}
