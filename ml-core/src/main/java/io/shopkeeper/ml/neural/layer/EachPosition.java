package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.Kernels;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The same layer at each position of a sequence: a row is positions × values.
 *
 * @param positions of a sequence
 * @param layer what is done at each
 */
public record EachPosition(int positions, Layer layer) implements Layer {

  @Override
  public int inputs() {
    return Math.multiplyExact(positions, layer.inputs());
  }

  @Override
  public int outputs() {
    return Math.multiplyExact(positions, layer.outputs());
  }

  @Override
  public List<Parameter> parameters() {
    return layer.parameters();
  }

  @Override
  public long work() {
    return positions * layer.work();
  }

  @Override
  public void initialise(float[] values, int at, SplittableRandom random) {
    layer.initialise(values, at, random);
  }

  @Override
  public Pass pass(Slot slot, int rows, Kernels kernels) {
    Pass each = layer.pass(slot, Math.multiplyExact(rows, positions), kernels);
    return new Pass() {
      @Override
      public float[] forward(float[] input, int count, Mode mode) {
        return each.forward(input, count * positions, mode);
      }

      @Override
      public float[] backward(float[] upstream, int count, boolean onward) {
        return each.backward(upstream, count * positions, onward);
      }
    };
  }
}
