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
    private final int channels = shape.channels();
    private final ImageShape after = after();
    private final float[] output;
    private final float[] downstream;
    private final float[] left = new float[channels];
    private float[] input;

    Pooling(int rows) {
      this.output = new float[Math.multiplyExact(rows, outputs())];
      this.downstream = new float[Math.multiplyExact(rows, inputs())];
    }

    /** Where the pixels begin that become the pixel at a place of the output. */
    private int from(int place) {
      int x = place % after.width();
      int line = place / after.width();
      int row = line / after.height();
      int y = line % after.height();
      return row * inputs() + (y * shape.width() + x) * size * channels;
    }

    /** From the first of them to another. */
    private int step(int pixel) {
      return (pixel / size * shape.width() + pixel % size) * channels;
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      this.input = input;
      for (int place = 0; place < rows * after.positions(); place++) {
        int from = from(place);
        int to = place * channels;
        System.arraycopy(input, from, output, to, channels);
        for (int pixel = 1; pixel < size * size; pixel++) {
          greater(input, from + step(pixel), to);
        }
      }
      return output;
    }

    private void greater(float[] input, int at, int to) {
      for (int c = 0; c < channels; c++) {
        output[to + c] = Math.max(output[to + c], input[at + c]);
      }
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      if (!onward) {
        return NONE;
      }
      Arrays.fill(downstream, 0, rows * inputs(), 0);
      for (int place = 0; place < rows * after.positions(); place++) {
        int from = from(place);
        System.arraycopy(upstream, place * channels, left, 0, channels);
        for (int pixel = 0; pixel < size * size; pixel++) {
          give(from + step(pixel), place * channels);
        }
      }
      return downstream;
    }

    /** What is left goes to pixels that are the greatest; nothing is left of it then. */
    private void give(int at, int of) {
      for (int c = 0; c < channels; c++) {
        // Without a branch, so that the loop is done many values at a time: 0 where bits are equal.
        int apart =
            Float.floatToRawIntBits(input[at + c]) ^ Float.floatToRawIntBits(output[of + c]);
        int other = (apart | -apart) >> 31;
        int bits = Float.floatToRawIntBits(left[c]);
        downstream[at + c] = Float.intBitsToFloat(bits & ~other);
        left[c] = Float.intBitsToFloat(bits & other);
      }
    }
  }
}
