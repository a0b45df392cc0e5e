package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Filters of size × size that see a part of the image around each position, zeros beyond its edges,
 * so that height and width stay: the parts become the columns of a matrix and the filters one
 * product with it (Chellapilla, Puri, Simard: High Performance Convolutional Neural Networks for
 * Document Processing, 2006). W is stored filters × (channels · size²); there is no bias: a {@link
 * BatchNorm} follows.
 *
 * @param shape of what comes in
 * @param filters channels that go out
 * @param size odd
 */
public record Convolution(ImageShape shape, int filters, int size) implements Layer {

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
    private final int positions = shape.positions();
    private final FloatBlock columns = FloatBlock.of(new float[seen() * positions], positions);
    private final float[] output;
    private final float[] downstream;
    private float[] input;

    Filtering(Slot slot, int rows, Kernels kernels) {
      this.kernels = kernels;
      this.slot = slot;
      this.output = new float[rows * outputs()];
      this.downstream = new float[rows * inputs()];
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      this.input = input;
      GemmShape product = GemmShape.of(filters, positions, seen());
      for (int row = 0; row < rows; row++) {
        Patches.toColumns(shape, size, input, row * shape.length(), columns.values());
        kernels.gemm(
            product,
            1,
            slot.value(0, seen()),
            columns,
            0,
            new FloatBlock(output, row * filters * positions, positions));
      }
      return output;
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      for (int row = 0; row < rows; row++) {
        var up = new FloatBlock(upstream, row * filters * positions, positions);
        Patches.toColumns(shape, size, input, row * shape.length(), columns.values());
        kernels.gemm(
            new GemmShape(filters, seen(), positions, false, true),
            1,
            up,
            columns,
            1,
            slot.gradient(0, seen()));
        if (onward) {
          kernels.gemm(
              new GemmShape(seen(), positions, filters, true, false),
              1,
              slot.value(0, seen()),
              up,
              0,
              columns);
          Patches.fromColumns(shape, size, columns.values(), downstream, row * shape.length());
        }
      }
      return onward ? downstream : NONE;
    }
  }
}
