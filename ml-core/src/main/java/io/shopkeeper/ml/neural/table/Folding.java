package io.shopkeeper.ml.neural.table;

import io.shopkeeper.ml.neural.layer.BatchNorm;
import io.shopkeeper.ml.neural.layer.Dense;
import io.shopkeeper.ml.neural.layer.Embeddings;
import io.shopkeeper.ml.neural.layer.Layer;
import io.shopkeeper.ml.neural.train.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained network as affine layers alone: what else is linear is multiplied into the layers
 * beside it, so that a row costs as little as it can.
 */
final class Folding {

  private final Columns columns;
  private final Network network;

  Folding(Columns columns, Network network) {
    this.columns = columns;
    this.network = network;
  }

  /**
   * The layers, from encoded rows to outputs.
   *
   * @param scale of the outputs
   * @param shift of the outputs, added after the scale
   */
  List<Affine> affine(double scale, double shift) {
    var affine = new ArrayList<Affine>();
    for (int place = 0; place < network.layers().size(); place++) {
      Layer layer = network.layers().get(place);
      int at = network.offset(place);
      if (layer instanceof Dense dense) {
        affine.add(plain(dense, at));
      } else if (layer instanceof BatchNorm norm) {
        affine.add(normed(affine.removeLast(), norm, at));
      }
    }
    if (network.layers().getFirst() instanceof Embeddings embeddings) {
      affine.set(0, embedded(embeddings, affine.getFirst()));
    }
    affine.add(scaled(affine.removeLast(), (float) scale, (float) shift));
    return affine;
  }

  private Affine plain(Dense layer, int at) {
    float[] weights = new float[layer.inputs() * layer.outputs()];
    float[] constants = new float[layer.outputs()];
    System.arraycopy(network.values(), at, weights, 0, weights.length);
    System.arraycopy(network.values(), at + weights.length, constants, 0, constants.length);
    return new Affine(weights, constants);
  }

  private Affine normed(Affine layer, BatchNorm norm, int at) {
    int outputs = layer.outputs();
    float[] gains = new float[outputs];
    float[] shifts = new float[outputs];
    norm.fold(network.values(), at, gains, shifts);
    for (int i = 0; i < layer.weights().length; i++) {
      layer.weights()[i] *= gains[i % outputs];
    }
    for (int o = 0; o < outputs; o++) {
      layer.constants()[o] = layer.constants()[o] * gains[o] + shifts[o];
    }
    return layer;
  }

  /** The weights of a category are its vector times the weights of the vector's place. */
  private Affine embedded(Embeddings embeddings, Affine layer) {
    int outputs = layer.outputs();
    int[] blocks = columns.blocks();
    float[] weights = new float[blocks.length * outputs];
    int number = 0;
    int vector = network.offset(0);
    int place = columns.numbers();
    for (int i = 0; i < blocks.length; i++) {
      int row = i * outputs;
      if (blocks[i] < 0) {
        System.arraycopy(layer.weights(), number++ * outputs, weights, row, outputs);
        continue;
      }
      int width = embeddings.widths().get(blocks[i]);
      for (int k = 0; k < width; k++) {
        float factor = network.values()[vector++];
        for (int o = 0; o < outputs; o++) {
          weights[row + o] += factor * layer.weights()[(place + k) * outputs + o];
        }
      }
      boolean ends = i + 1 == blocks.length || blocks[i + 1] != blocks[i];
      place += ends ? width : 0;
    }
    return new Affine(weights, layer.constants());
  }

  private static Affine scaled(Affine layer, float scale, float shift) {
    for (int i = 0; i < layer.weights().length; i++) {
      layer.weights()[i] *= scale;
    }
    for (int o = 0; o < layer.outputs(); o++) {
      layer.constants()[o] = layer.constants()[o] * scale + shift;
    }
    return layer;
  }
}
