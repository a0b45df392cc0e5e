package io.shopkeeper.ml.neural.image;

import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.neural.layer.Activated;
import io.shopkeeper.ml.neural.layer.BatchNorm;
import io.shopkeeper.ml.neural.layer.Convolution;
import io.shopkeeper.ml.neural.layer.Dense;
import io.shopkeeper.ml.neural.layer.Dropout;
import io.shopkeeper.ml.neural.layer.ImageShape;
import io.shopkeeper.ml.neural.layer.Layer;
import io.shopkeeper.ml.neural.layer.MaxPool;
import io.shopkeeper.ml.neural.layer.Start;
import io.shopkeeper.ml.neural.train.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a network for images: blocks of convolutions, each halving the image, then dense
 * ones. Halving goes before the norm and the bend, which have a quarter of the work so.
 */
final class Architecture {

  private static final int HALF = 2;

  private final ConvolutionOptions options;
  private final List<Layer> layers = new ArrayList<>();
  private ImageShape shape;

  private Architecture(ImageSize size, ConvolutionOptions options) {
    this.options = options;
    this.shape = new ImageShape(size.channels(), size.height(), size.width());
  }

  /**
   * A network without what is learnt.
   *
   * @throws ArithmeticException if it has more values than an array
   */
  static Network network(ImageSize size, int classes, ConvolutionOptions options) {
    return new Network(layers(size, classes, options));
  }

  /** Its layers, which take no memory yet. */
  static List<Layer> layers(ImageSize size, int classes, ConvolutionOptions options) {
    var architecture = new Architecture(size, options);
    for (int filters : options.channels()) {
      architecture.block(filters);
    }
    architecture.head(classes);
    return architecture.layers;
  }

  private void block(int filters) {
    for (int place = 1; place <= options.depth(); place++) {
      var convolution = new Convolution(shape, filters, options.kernel());
      layers.add(convolution);
      shape = convolution.after();
      if (place == options.depth() && Math.min(shape.height(), shape.width()) >= HALF) {
        var pool = new MaxPool(shape, HALF);
        layers.add(pool);
        shape = pool.after();
      }
      layers.add(new BatchNorm(filters, shape.positions()));
      layers.add(new Activated(shape.length(), Activation.RELU));
    }
  }

  private void head(int classes) {
    int width = shape.length();
    if (options.dense() > 0) {
      drop(width);
      layers.add(new Dense(width, options.dense(), Start.HE));
      width = options.dense();
      layers.add(new Activated(width, Activation.RELU));
    }
    drop(width);
    layers.add(new Dense(width, classes, Start.GLOROT));
  }

  private void drop(int width) {
    if (options.dropout() > 0) {
      layers.add(new Dropout(width, options.dropout()));
    }
  }
}
