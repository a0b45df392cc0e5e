package io.shopkeeper.ml.neural.train;

import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.neural.layer.Mode;
import io.shopkeeper.ml.neural.layer.Pass;
import io.shopkeeper.ml.neural.layer.Slot;

/** A network at work: its parameters are shared, gradients and buffers are its own. */
public final class Replica {

  private final Pass[] passes;
  private final float[] gradients;
  private final float[] input;
  private final int rows;

  Replica(Network network, int rows, Kernels kernels, float[] gradients) {
    this.rows = rows;
    this.gradients = gradients;
    this.input = new float[Math.multiplyExact(rows, network.inputs())];
    this.passes = new Pass[network.layers().size()];
    for (int place = 0; place < passes.length; place++) {
      var slot = new Slot(network.values(), gradients, network.offset(place));
      passes[place] = network.layers().get(place).pass(slot, rows, kernels);
    }
  }

  /** Rows of a mini-batch at most. */
  public int rows() {
    return rows;
  }

  /** Where the inputs of a mini-batch are written before it goes {@link #forward}. */
  public float[] input() {
    return input;
  }

  /** Gradients of all parameters, which {@link #backward} adds to. */
  public float[] gradients() {
    return gradients;
  }

  /**
   * Computes the outputs of {@link #input}.
   *
   * @return valid until the next call; may be overwritten
   */
  public float[] forward(int count, Mode mode) {
    float[] values = input;
    for (Pass pass : passes) {
      values = pass.forward(values, count, mode);
    }
    return values;
  }

  /**
   * Adds the gradients of all parameters.
   *
   * @param upstream the gradient of the outputs; overwritten
   */
  public void backward(float[] upstream, int count) {
    float[] gradient = upstream;
    for (int place = passes.length - 1; place >= 0; place--) {
      gradient = passes[place].backward(gradient, count, place > 0);
    }
  }
}
