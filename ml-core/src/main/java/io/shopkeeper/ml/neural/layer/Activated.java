package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.Kernels;

/**
 * A function of each value on its own.
 *
 * @param width values of a row
 */
public record Activated(int width, Activation function) implements Layer {

  @Override
  public int inputs() {
    return width;
  }

  @Override
  public int outputs() {
    return width;
  }

  @Override
  public Pass pass(Slot slot, int rows, Kernels kernels) {
    return new Elements(new float[rows * width], kernels);
  }

  private final class Elements implements Pass {
    private final float[] output;
    private final Kernels kernels;
    private float[] input;

    Elements(float[] output, Kernels kernels) {
      this.output = output;
      this.kernels = kernels;
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      this.input = input;
      kernels.activate(function, input, output);
      return output;
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      if (!onward) {
        return NONE;
      }
      kernels.gradient(function, input, upstream, upstream);
      return upstream;
    }
  }
}
