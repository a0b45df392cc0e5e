package io.shopkeeper.ml.neural.image;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.StoredOptions;
import io.shopkeeper.ml.image.ImageModel;
import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.image.Images;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.neural.layer.Layer;
import io.shopkeeper.ml.neural.layer.Mode;
import io.shopkeeper.ml.neural.train.Network;
import io.shopkeeper.ml.neural.train.Replica;
import io.shopkeeper.ml.neural.train.Replicas;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A trained network with what it was built after. Immutable; safe for several threads. */
final class ConvolutionModel implements ImageModel {

  private static final int FORMAT = 1;
  private static final int MOST_CLASSES = 1 << 16;
  private static final int AT_ONCE = 16;

  private final ImageSize size;
  private final List<String> classes;
  private final ConvolutionOptions options;
  private final Scaling scaling;
  private final Network network;
  private final Replicas single;
  private final Replicas several;

  ConvolutionModel(
      ImageSize size,
      List<String> classes,
      ConvolutionOptions options,
      Scaling scaling,
      Network network) {
    this.size = size;
    this.classes = List.copyOf(classes);
    this.options = options;
    this.scaling = scaling;
    this.network = network;
    this.single = new Replicas(network, 1);
    this.several = new Replicas(network, AT_ONCE);
  }

  @Override
  public ImageSize size() {
    return size;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void predict(byte[] image, double[] result) {
    new Images(size, List.of(image));
    single.use(
        replica -> {
          look(replica, List.of(image), new double[][] {result});
          return result;
        });
  }

  @Override
  public double[][] predict(Images images) {
    if (!images.size().equals(size)) {
      throw new IllegalArgumentException(
          "images of %s are needed, but these are of %s".formatted(size, images.size()));
    }
    double[][] results = new double[images.count()][classes.size()];
    KernelBackends.current()
        .workers()
        .forEach(
            (images.count() + AT_ONCE - 1) / AT_ONCE,
            part -> Workers.within(1, () -> predict(images, part * AT_ONCE, results)));
    return results;
  }

  private void predict(Images images, int from, double[][] results) {
    int to = Math.min(images.count(), from + AT_ONCE);
    several.use(
        replica -> {
          var found = new double[to - from][];
          System.arraycopy(results, from, found, 0, found.length);
          look(replica, images.values().subList(from, to), found);
          return found;
        });
  }

  private void look(Replica replica, List<byte[]> images, double[][] results) {
    for (int i = 0; i < images.size(); i++) {
      Pictures.plain(images.get(i), scaling, replica.input(), i * size.bytes());
    }
    float[] outputs = replica.forward(images.size(), Mode.EVALUATION);
    for (int i = 0; i < images.size(); i++) {
      softmax(outputs, i * classes.size(), results[i]);
    }
  }

  private void softmax(float[] outputs, int at, double[] result) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes.size(); c++) {
      greatest = Math.max(greatest, outputs[at + c]);
    }
    double sum = 0;
    for (int c = 0; c < classes.size(); c++) {
      result[c] = Math.exp(outputs[at + c] - greatest);
      sum += result[c];
    }
    for (int c = 0; c < classes.size(); c++) {
      result[c] /= sum;
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, ConvolutionalNetwork.NAME, FORMAT);
    out.writeInt(size.width());
    out.writeInt(size.height());
    out.writeInt(size.channels());
    out.writeInt(classes.size());
    for (String one : classes) {
      out.writeUTF(one);
    }
    StoredOptions.write(out, options);
    scaling.write(out);
    StoredForm.write(out, network.values());
  }

  static ConvolutionModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, ConvolutionalNetwork.NAME, FORMAT);
    ImageSize size = size(in.readInt(), in.readInt(), in.readInt());
    List<String> classes = classes(in);
    ConvolutionOptions options = StoredOptions.read(in, new ConvolutionalNetwork().standard());
    Scaling scaling = Scaling.read(in, size.channels());
    float[] values = StoredForm.readFloats(in);
    long length = length(Architecture.layers(size, classes.size(), options));
    if (length != values.length) {
      throw new IOException("damaged: %d values instead of %d".formatted(values.length, length));
    }
    Network network = Architecture.network(size, classes.size(), options);
    System.arraycopy(values, 0, network.values(), 0, values.length);
    return new ConvolutionModel(size, classes, options, scaling, network);
  }

  /** Asked before anything is made, which a damaged file could make large. */
  private static long length(List<Layer> layers) throws IOException {
    try {
      return layers.stream().mapToLong(Layer::length).sum();
    } catch (ArithmeticException large) {
      throw new IOException("damaged: more values than an array has", large);
    }
  }

  private static ImageSize size(int width, int height, int channels) throws IOException {
    try {
      return new ImageSize(width, height, channels);
    } catch (IllegalArgumentException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }

  private static List<String> classes(DataInput in) throws IOException {
    int count = in.readInt();
    if (count < 1 || count > MOST_CLASSES) {
      throw new IOException("damaged: %d classes".formatted(count));
    }
    var classes = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      classes.add(in.readUTF());
    }
    return classes;
  }
}
