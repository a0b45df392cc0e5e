package io.shopkeeper.ml.neural.table;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.table.encode.Encoder;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A trained network: affine layers with a function between them. Embeddings and batch norms are
 * already multiplied into the layers beside them. Immutable and safe for use by several threads.
 */
final class PerceptronModel implements TableModel {

  private static final int FORMAT = 1;
  private static final int MOST_CLASSES = 1 << 16;
  private static final int MOST_LAYERS = 64;

  private final Encoder encoder;
  private final List<String> classes;
  private final Activation activation;
  private final List<Affine> layers;
  private final ThreadLocal<float[][]> buffers;

  PerceptronModel(
      Encoder encoder, List<String> classes, Activation activation, List<Affine> layers) {
    this.encoder = encoder;
    this.classes = List.copyOf(classes);
    this.activation = activation;
    this.layers = List.copyOf(layers);
    this.buffers = ThreadLocal.withInitial(this::buffer);
  }

  private float[][] buffer() {
    float[][] buffer = new float[layers.size() + 1][];
    buffer[0] = new float[encoder.width()];
    for (int i = 0; i < layers.size(); i++) {
      buffer[i + 1] = new float[layers.get(i).outputs()];
    }
    return buffer;
  }

  @Override
  public Schema schema() {
    return encoder.schema();
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void predict(float[] rows, int offset, double[] result) {
    float[][] buffer = buffers.get();
    encoder.encode(rows, offset, buffer[0], 0);
    for (int i = 0; i < buffer[0].length; i++) {
      buffer[0][i] = Columns.held(buffer[0][i]);
    }
    int last = layers.size() - 1;
    for (int i = 0; i <= last; i++) {
      layers.get(i).apply(buffer[i], buffer[i + 1]);
      if (i < last) {
        activate(buffer[i + 1]);
      }
    }
    finish(buffer[last + 1], result);
  }

  private void activate(float[] values) {
    if (activation == Activation.RELU) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(0, values[i]);
      }
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) activation.value(values[i]);
      }
    }
  }

  private void finish(float[] outputs, double[] result) {
    if (classes.isEmpty()) {
      result[0] = outputs[0];
    } else if (outputs.length == 1) {
      double e = Math.exp(-Math.abs(outputs[0]));
      double likelier = 1 / (1 + e);
      result[1] = outputs[0] >= 0 ? likelier : e / (1 + e);
      result[0] = outputs[0] >= 0 ? e / (1 + e) : likelier;
    } else {
      double greatest = Double.NEGATIVE_INFINITY;
      for (float output : outputs) {
        greatest = Math.max(greatest, output);
      }
      double sum = 0;
      for (int i = 0; i < outputs.length; i++) {
        result[i] = Math.exp(outputs[i] - greatest);
        sum += result[i];
      }
      for (int i = 0; i < outputs.length; i++) {
        result[i] /= sum;
      }
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, MultilayerPerceptron.NAME, FORMAT);
    encoder.write(out);
    out.writeInt(classes.size());
    for (String one : classes) {
      out.writeUTF(one);
    }
    out.writeUTF(activation.name());
    out.writeInt(layers.size());
    for (Affine layer : layers) {
      layer.write(out);
    }
  }

  static PerceptronModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, MultilayerPerceptron.NAME, FORMAT);
    Encoder encoder = Encoder.read(in);
    int count = within(in.readInt(), 0, MOST_CLASSES, "classes");
    var classes = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      classes.add(in.readUTF());
    }
    Activation activation = activation(in.readUTF());
    int depth = within(in.readInt(), 1, MOST_LAYERS, "layers");
    var layers = new ArrayList<Affine>();
    int inputs = encoder.width();
    for (int i = 0; i < depth; i++) {
      layers.add(Affine.read(in, inputs));
      inputs = layers.getLast().outputs();
    }
    if (inputs != (count <= 2 ? 1 : count)) {
      throw new IOException("damaged: %d outputs for %d classes".formatted(inputs, count));
    }
    return new PerceptronModel(encoder, classes, activation, layers);
  }

  private static Activation activation(String name) throws IOException {
    return Arrays.stream(Activation.values())
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IOException("damaged: no function " + name));
  }

  private static int within(int value, int least, int most, String what) throws IOException {
    if (value < least || value > most) {
      throw new IOException("damaged: %d %s".formatted(value, what));
    }
    return value;
  }
}
