package io.shopkeeper.ml.neural.train;

import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.neural.layer.Layer;
import io.shopkeeper.ml.neural.layer.Parameter;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Layers one after the other, and what they have learnt, in one array. Safe for use by several
 * threads while nothing learns; each computes with a {@link Replica} of its own.
 */
public final class Network {

  private static final float[] NOWHERE = {};

  private final List<Layer> layers;
  private final int[] offsets;
  private final float[] values;

  /**
   * A network that has learnt nothing.
   *
   * @throws IllegalArgumentException if what a layer gives is not what the next one takes
   */
  public Network(List<Layer> layers) {
    this.layers = List.copyOf(layers);
    this.offsets = new int[layers.size()];
    int length = 0;
    for (int place = 0; place < offsets.length; place++) {
      if (place > 0 && layers.get(place - 1).outputs() != layers.get(place).inputs()) {
        throw new IllegalArgumentException(
            "layer %d gives %d values, but layer %d takes %d"
                .formatted(
                    place - 1, layers.get(place - 1).outputs(), place, layers.get(place).inputs()));
      }
      offsets[place] = length;
      length = Math.addExact(length, layers.get(place).length());
    }
    this.values = new float[length];
  }

  /** Sets all parameters to where learning begins. */
  public void initialise(SplittableRandom random) {
    for (int place = 0; place < offsets.length; place++) {
      layers.get(place).initialise(values, offsets[place], random);
    }
  }

  /** In the order of computing. */
  public List<Layer> layers() {
    return layers;
  }

  /** Where the parameters of a layer begin. */
  public int offset(int place) {
    return offsets[place];
  }

  /** All parameters; not a copy. */
  public float[] values() {
    return values;
  }

  /** What becomes of the parameters, in the order of {@link #values}. */
  public List<Parameter> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  /** Values of a row that come in. */
  public int inputs() {
    return layers.getFirst().inputs();
  }

  /** Values of a row that go out. */
  public int outputs() {
    return layers.getLast().outputs();
  }

  /** Multiplications for a row, about. */
  public long work() {
    return layers.stream().mapToLong(Layer::work).sum();
  }

  /** Values of a row in all layers together. */
  int width() {
    return inputs() + layers.stream().mapToInt(Layer::outputs).sum();
  }

  /**
   * Makes it ready to compute.
   *
   * @param rows of a mini-batch at most
   */
  public Replica replica(int rows, Kernels kernels) {
    return new Replica(this, rows, kernels, new float[values.length]);
  }

  /**
   * Makes it ready to compute forward alone, in {@link
   * io.shopkeeper.ml.neural.layer.Mode#EVALUATION}: gradients have no room.
   *
   * @param rows of a mini-batch at most
   */
  public Replica evaluator(int rows, Kernels kernels) {
    return new Replica(this, rows, kernels, NOWHERE);
  }
}
