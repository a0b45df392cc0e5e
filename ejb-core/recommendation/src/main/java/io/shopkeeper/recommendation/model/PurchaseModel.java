package io.shopkeeper.recommendation.model;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.recommendation.features.Feature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Says how probable it is that a product that is shown is bought. Immutable and safe for use by
 * several threads.
 *
 * @param algorithm by which it was learnt
 * @param model of the features, in their order
 * @param least of each feature that it has learnt from; what is below counts as that, so that a
 *     feature that hardly varied does not run away with a visitor who is unlike all before
 * @param most of each feature, likewise
 */
public record PurchaseModel(String algorithm, TableModel model, float[] least, float[] most) {

  /** The version of its form. */
  public static final int FORMAT = 1;

  private static final String KIND = "purchase-ranking";

  /**
   * Of what was learnt from.
   *
   * @param columns the values of each feature; NaN where one is missing
   */
  public static PurchaseModel of(String algorithm, TableModel model, float[][] columns) {
    float[] least = new float[columns.length];
    float[] most = new float[columns.length];
    for (int column = 0; column < columns.length; column++) {
      least[column] = Float.POSITIVE_INFINITY;
      most[column] = Float.NEGATIVE_INFINITY;
      for (float value : columns[column]) {
        if (!Float.isNaN(value)) {
          least[column] = Math.min(least[column], value);
          most[column] = Math.max(most[column], value);
        }
      }
    }
    return new PurchaseModel(algorithm, model, least, most);
  }

  /**
   * Brings a row to what was learnt from; a missing value, and one that was always missing, stays.
   */
  public void limit(float[] row) {
    for (int column = 0; column < row.length; column++) {
      if (least[column] <= most[column] && !Float.isNaN(row[column])) {
        row[column] = Math.clamp(row[column], least[column], most[column]);
      }
    }
  }

  /** As bytes. */
  public byte[] write() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      StoredForm.writeHeader(out, KIND, FORMAT);
      out.writeInt(Feature.SET);
      out.writeUTF(algorithm);
      StoredForm.write(out, least);
      StoredForm.write(out, most);
      model.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * From bytes.
   *
   * @throws IOException if they are no such model, damaged, of a later form, or of other features
   *     than this version works out
   */
  public static PurchaseModel read(byte[] artefact) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(artefact))) {
      StoredForm.readHeader(in, KIND, FORMAT);
      int set = in.readInt();
      if (set != Feature.SET) {
        throw new IOException(
            "learnt of feature set %d, but this version works out set %d: train it again"
                .formatted(set, Feature.SET));
      }
      String algorithm = in.readUTF();
      TableAlgorithm<?> known =
          TableAlgorithms.find(algorithm)
              .orElseThrow(() -> new IOException("the algorithm " + algorithm + " is not known"));
      float[] least = StoredForm.readFloats(in);
      float[] most = StoredForm.readFloats(in);
      TableModel model = known.read(in);
      List<String> columns = model.schema().features().stream().map(Schema.Feature::name).toList();
      if (least.length != Feature.WIDTH || most.length != Feature.WIDTH) {
        throw new IOException("damaged: limits of %d features".formatted(least.length));
      }
      if (!columns.equals(Feature.all().stream().map(Feature::word).toList())) {
        throw new IOException("damaged: its columns are not the features, but " + columns);
      }
      return new PurchaseModel(algorithm, model, least, most);
    }
  }

  /**
   * The probability of a purchase.
   *
   * @param row of a candidate, in the order of {@link Feature}; brought to what was learnt from
   * @param both takes two numbers; written
   */
  public double probability(float[] row, double[] both) {
    limit(row);
    model.predict(row, 0, both);
    return both[1];
  }

  /** Itself, if it can say what each feature adds to the log-odds. */
  public Optional<ExplainedModel> explained() {
    return model instanceof ExplainedModel able ? Optional.of(able) : Optional.empty();
  }
}
