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
 */
public record PurchaseModel(String algorithm, TableModel model) {

  /** The version of its form. */
  public static final int FORMAT = 1;

  private static final String KIND = "purchase-ranking";

  /** As bytes. */
  public byte[] write() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      StoredForm.writeHeader(out, KIND, FORMAT);
      out.writeInt(Feature.SET);
      out.writeUTF(algorithm);
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
      TableModel model = known.read(in);
      List<String> columns = model.schema().features().stream().map(Schema.Feature::name).toList();
      if (!columns.equals(Feature.all().stream().map(Feature::word).toList())) {
        throw new IOException("damaged: its columns are not the features, but " + columns);
      }
      return new PurchaseModel(algorithm, model);
    }
  }

  /**
   * The probability of a purchase.
   *
   * @param row of a candidate, in the order of {@link Feature}
   * @param both takes two numbers; written
   */
  public double probability(float[] row, double[] both) {
    model.predict(row, 0, both);
    return both[1];
  }

  /** Itself, if it can say what each feature adds to the log-odds. */
  public Optional<ExplainedModel> explained() {
    return model instanceof ExplainedModel able ? Optional.of(able) : Optional.empty();
  }
}
