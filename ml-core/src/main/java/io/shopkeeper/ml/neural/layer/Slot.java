package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.FloatBlock;

/**
 * Where a layer's parameters stand among those of its network. The arrays are not copied.
 *
 * @param values of all layers
 * @param gradients in the same order; passes add to them
 * @param offset of this layer
 */
public record Slot(float[] values, float[] gradients, int offset) {

  /** A matrix among the values, so far after the layer's begin. */
  public FloatBlock value(int from, int columns) {
    return new FloatBlock(values, offset + from, columns);
  }

  /** The gradient of that matrix. */
  public FloatBlock gradient(int from, int columns) {
    return new FloatBlock(gradients, offset + from, columns);
  }
}
