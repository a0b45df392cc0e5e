package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Filters of size × size that see a part of the image around each position, zeros beyond its edges,
 * so that height and width stay: the parts become the rows of a matrix and the filters one product
 * with it (Chellapilla, Puri, Simard: High Performance Convolutional Neural Networks for Document
 * Processing, 2006). W is stored (size² · channels) × filters; there is no bias: a {@link
 * BatchNorm} follows.
 *
 * @param shape of what comes in
 * @param filters channels that go out
 * @param size odd
 */
public record Convolution(ImageShape shape, int filters, int size) implements Layer {

  /** Values of the matrix that is made at once: it should stay in the cache. */
  private static final int AT_ONCE = 1 << 16;

  public Convolution {
    if (size < 1 || size % 2 == 0 || filters < 1) {
      throw new IllegalArgumentException(
          "a convolution needs an odd size and a filter, but has %d and %d"
              .formatted(size, filters));
    }
  }

  /** The shape of what goes out. */
  public ImageShape after() {
    return new ImageShape(filters, shape.height(), shape.width());
  }

  @Override
  public int inputs() {
    return shape.length();
  }

  @Override
  public int outputs() {
    return after().length();
  }

  private int seen() {
    return shape.channels() * size * size;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter(Parameter.Role.WEIGHT, Math.multiplyExact(filters, seen())));
  }

  @Override
  public long work() {
    return (long) filters * seen() * shape.positions();
  }

  @Override
  public void initialise(float[] values, int at, SplittableRandom random) {
    Start.HE.draw(values, at, filters * seen(), seen(), filters * size * size, random);
  }

  @Override
  public Pass pass(Slot slot, int rows, Kernels kernels) {
    return new Filtering(slot, rows, kernels);
  }

  private final class Filtering implements Pass {
    private final Kernels kernels;
    private final Slot slot;
    private final int matrix = Math.multiplyExact(shape.positions(), seen());
    private final int atOnce;
    private final FloatBlock columns;
    private final float[] output;
    private final float[] downstream;
    private float[] input;

    Filtering(Slot slot, int rows, Kernels kernels) {
      this.kernels = kernels;
      this.slot = slot;
      this.atOnce = Math.clamp(AT_ONCE / matrix, 1, rows);
      this.columns = FloatBlock.of(new float[Math.multiplyExact(atOnce, matrix)], seen());
      this.output = new float[Math.multiplyExact(rows, outputs())];
      this.downstream = new float[Math.multiplyExact(rows, inputs())];
    }

    private void lookAt(int row, int count) {
      for (int i = 0; i < count; i++) {
        Patches.toColumns(shape, size, input, (row + i) * inputs(), columns.values(), i * matrix);
      }
    }

    private FloatBlock filtered(float[] values, int row) {
      return new FloatBlock(values, row * outputs(), filters);
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      this.input = input;
      for (int row = 0; row < rows; row += atOnce) {
        int count = Math.min(atOnce, rows - row);
        lookAt(row, count);
        kernels.gemm(
            GemmShape.of(count * shape.positions(), filters, seen()),
            1,
            columns,
            slot.value(0, filters),
            0,
            filtered(output, row));
      }
      return output;
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      for (int row = 0; row < rows; row += atOnce) {
        int count = Math.min(atOnce, rows - row);
        int places = count * shape.positions();
        FloatBlock up = filtered(upstream, row);
        lookAt(row, count);
        kernels.gemm(
            new GemmShape(seen(), filters, places, true, false),
            1,
            columns,
            up,
            1,
            slot.gradient(0, filters));
        if (onward) {
          kernels.gemm(
              new GemmShape(places, seen(), filters, false, true),
              1,
              up,
              slot.value(0, filters),
              0,
              columns);
          giveBack(row, count);
        }
      }
      return onward ? downstream : NONE;
    }

    private void giveBack(int row, int count) {
      for (int i = 0; i < count; i++) {
        Patches.fromColumns(
            shape, size, columns.values(), i * matrix, downstream, (row + i) * inputs());
      }
    }
  }
}
