package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.table.encode.SparseRow;
import io.shopkeeper.ml.table.encode.WeightedSum;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A weighted sum of a row's encoded numbers for each output: a number, the log-odds of the second
 * of two classes, or scores whose softmax are the probabilities. Immutable and safe for use by
 * several threads.
 */
final class LinearModel implements ExplainedModel {

  private static final int FORMAT = 1;
  private static final int MOST_CLASSES = 1 << 16;

  private final String algorithm;
  private final Encoder encoder;
  private final List<String> classes;
  private final float[] parameters;
  private final double[] bases;
  private final float[] means;
  private final int[] sources;
  private final WeightedSum[] sums;

  /** What the mean of each feature of the schema adds to each margin. */
  private final double[][] usual;

  /**
   * @param parameters for each output the weights and then a constant
   * @param means of the encoded numbers over the training rows
   */
  LinearModel(
      String algorithm, Encoder encoder, List<String> classes, float[] parameters, float[] means) {
    this.algorithm = algorithm;
    this.encoder = encoder;
    this.classes = List.copyOf(classes);
    this.parameters = parameters;
    this.means = means;
    this.sources = encoder.sources();
    this.sums = new WeightedSum[margins()];
    this.bases = new double[margins()];
    this.usual = new double[margins()][encoder.schema().width()];
    int width = encoder.width();
    for (int margin = 0; margin < bases.length; margin++) {
      int at = margin * (width + 1);
      sums[margin] = WeightedSum.of(encoder, parameters, at, parameters[at + width]);
      bases[margin] = parameters[at + width];
      for (int i = 0; i < width; i++) {
        double mean = (double) parameters[at + i] * means[i];
        bases[margin] += mean;
        usual[margin][sources[i]] += mean;
      }
    }
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
    if (classes.size() == 2) {
      double p = Logistic.of(sums[0].of(rows, offset));
      result[0] = 1 - p;
      result[1] = p;
      return;
    }
    for (int output = 0; output < sums.length; output++) {
      result[output] = sums[output].of(rows, offset);
    }
    if (!classes.isEmpty()) {
      Softmax.probabilities(result);
    }
  }

  @Override
  public double margin(float[] rows, int offset, int margin) {
    return sums[margin].of(rows, offset);
  }

  @Override
  public double base(int margin) {
    return bases[margin];
  }

  /** Weight × (value − mean): exact Shapley values of a linear model of independent features. */
  @Override
  public double[] contributions(float[] rows, int offset, int margin) {
    var row = new SparseRow();
    encoder.encode(rows, offset, row);
    double[] contributions = new double[schema().width()];
    for (int source = 0; source < contributions.length; source++) {
      contributions[source] = -usual[margin][source];
    }
    for (int i = 0; i < row.size(); i++) {
      double weight = parameters[margin * (encoder.width() + 1) + row.place(i)];
      contributions[sources[row.place(i)]] += weight * row.value(i);
    }
    return contributions;
  }

  /** The weights of an output by the names of the encoded numbers, without the constant. */
  float[] weights(int output) {
    int at = output * (encoder.width() + 1);
    return Arrays.copyOfRange(parameters, at, at + encoder.width());
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, algorithm, FORMAT);
    encoder.write(out);
    out.writeInt(classes.size());
    for (String one : classes) {
      out.writeUTF(one);
    }
    StoredForm.write(out, parameters);
    StoredForm.write(out, means);
  }

  static LinearModel read(DataInput in, String algorithm) throws IOException {
    StoredForm.readHeader(in, algorithm, FORMAT);
    Encoder encoder = Encoder.read(in);
    int count = in.readInt();
    if (count < 0 || count > MOST_CLASSES) {
      throw new IOException("damaged: %d classes".formatted(count));
    }
    var classes = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      classes.add(in.readUTF());
    }
    float[] parameters = StoredForm.readFloats(in);
    float[] means = StoredForm.readFloats(in);
    int margins = count <= 2 ? 1 : count;
    if (means.length != encoder.width() || parameters.length != margins * (means.length + 1)) {
      throw new IOException(
          "damaged: %d parameters of %d numbers".formatted(parameters.length, encoder.width()));
    }
    return new LinearModel(algorithm, encoder, classes, parameters, means);
  }
}
