package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.kernel.Kernels;

/**
 * In training sets a part of the values to 0 and makes the others larger by as much, so that no
 * value relies on another; else does nothing (Srivastava and others: Dropout, JMLR 2014).
 *
 * <p>What is dropped follows from the seed and the place alone (a counter-based generator, after
 * Salmon and others: Parallel Random Numbers: As Easy as 1, 2, 3, 2011), so that going back draws
 * the same again and nothing is kept.
 *
 * @param width values of a row
 * @param share dropped, 0 to below 1
 */
public record Dropout(int width, double share) implements Layer {

  public Dropout {
    WrongOptionException.unlessWithin("share", share, 0, 0.99);
  }

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
    return new Dropping(new float[rows * width]);
  }

  private final class Dropping implements Pass {
    private final float[] output;
    private Mode mode = Mode.EVALUATION;

    Dropping(float[] output) {
      this.output = output;
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      this.mode = mode;
      if (!mode.training() || share == 0) {
        return input;
      }
      Dropped.apply(input, output, rows * width, mode.seed(), share);
      return output;
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      if (onward && mode.training() && share > 0) {
        Dropped.apply(upstream, upstream, rows * width, mode.seed(), share);
      }
      return upstream;
    }
  }
}
