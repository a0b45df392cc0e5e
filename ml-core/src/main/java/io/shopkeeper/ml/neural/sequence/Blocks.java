package io.shopkeeper.ml.neural.sequence;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.neural.layer.Activated;
import io.shopkeeper.ml.neural.layer.CausalAttention;
import io.shopkeeper.ml.neural.layer.Dense;
import io.shopkeeper.ml.neural.layer.Dropout;
import io.shopkeeper.ml.neural.layer.EachPosition;
import io.shopkeeper.ml.neural.layer.Layer;
import io.shopkeeper.ml.neural.layer.LayerNorm;
import io.shopkeeper.ml.neural.layer.Residual;
import io.shopkeeper.ml.neural.layer.SequenceEmbeddings;
import io.shopkeeper.ml.neural.layer.Start;
import io.shopkeeper.ml.neural.train.Network;
import java.util.ArrayList;
import java.util.List;

/** The layers of a transformer that norms before it attends. */
final class Blocks {

  private static final int WIDER = 2;

  private Blocks() {}

  /**
   * From the codes of items to what each position becomes.
   *
   * @param length positions
   */
  static Network network(int items, int length, SelfAttentionOptions options) {
    int width = options.width();
    var layers = new ArrayList<Layer>();
    layers.add(new SequenceEmbeddings(items, length, width));
    layers.add(new EachPosition(length, new Dropout(width, options.dropout())));
    for (int block = 0; block < options.blocks(); block++) {
      layers.add(attention(length, options));
      layers.add(forward(length, options));
    }
    layers.add(new EachPosition(length, new LayerNorm(width)));
    return new Network(layers);
  }

  private static Layer attention(int length, SelfAttentionOptions options) {
    int width = options.width();
    return new Residual(
        List.of(
            new EachPosition(length, new LayerNorm(width)),
            new EachPosition(length, new Dense(width, 3 * width, Start.GLOROT)),
            new CausalAttention(length, width, options.heads()),
            new EachPosition(length, new Dense(width, width, Start.GLOROT)),
            new EachPosition(length, new Dropout(width, options.dropout()))));
  }

  private static Layer forward(int length, SelfAttentionOptions options) {
    int width = options.width();
    int wide = WIDER * width;
    return new Residual(
        List.of(
            new EachPosition(length, new LayerNorm(width)),
            new EachPosition(length, new Dense(width, wide, Start.HE)),
            new EachPosition(length, new Activated(wide, Activation.RELU)),
            new EachPosition(length, new Dense(wide, width, Start.GLOROT)),
            new EachPosition(length, new Dropout(width, options.dropout()))));
  }
}
