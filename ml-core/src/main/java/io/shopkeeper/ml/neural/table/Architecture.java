package io.shopkeeper.ml.neural.table;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.neural.layer.Activated;
import io.shopkeeper.ml.neural.layer.BatchNorm;
import io.shopkeeper.ml.neural.layer.Dense;
import io.shopkeeper.ml.neural.layer.Dropout;
import io.shopkeeper.ml.neural.layer.Embeddings;
import io.shopkeeper.ml.neural.layer.Layer;
import io.shopkeeper.ml.neural.layer.Start;
import io.shopkeeper.ml.neural.train.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The layers of a perceptron. */
final class Architecture {

  private Architecture() {}

  /**
   * Makes a network that has learnt nothing.
   *
   * @param start where its outputs begin
   */
  static Network network(
      Columns columns, PerceptronOptions options, float[] start, SplittableRandom random) {
    var network = new Network(layers(columns, options, start.length));
    network.initialise(random);
    int bias = network.values().length - start.length;
    System.arraycopy(start, 0, network.values(), bias, start.length);
    return network;
  }

  private static List<Layer> layers(Columns columns, PerceptronOptions options, int outputs) {
    var layers = new ArrayList<Layer>();
    int width = columns.inputs();
    if (!columns.sizes().isEmpty()) {
      List<Integer> widths =
          columns.sizes().stream().map(size -> Math.min(size, options.embedding())).toList();
      layers.add(new Embeddings(columns.numbers(), columns.sizes(), widths));
      width = layers.getLast().outputs();
    }
    Start start = options.activation() == Activation.RELU ? Start.HE : Start.GLOROT;
    for (int hidden : options.layers()) {
      layers.add(new Dense(width, hidden, start));
      if (options.batchNorm()) {
        layers.add(new BatchNorm(hidden, 1));
      }
      layers.add(new Activated(hidden, options.activation()));
      if (options.dropout() > 0) {
        layers.add(new Dropout(hidden, options.dropout()));
      }
      width = hidden;
    }
    layers.add(new Dense(width, outputs, Start.GLOROT));
    return layers;
  }
}
