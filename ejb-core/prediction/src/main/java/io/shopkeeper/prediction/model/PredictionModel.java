package io.shopkeeper.prediction.model;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A model of a table, with what it predicts. Immutable and safe for use by several threads.
 *
 * @param algorithm by which it was learnt
 * @param target the column that it predicts
 */
public record PredictionModel(String algorithm, String target, TableModel model) {

  /** The version of its form. */
  public static final int FORMAT = 1;

  private static final String KIND = "prediction";

  /** As bytes. */
  public byte[] write() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      StoredForm.writeHeader(out, KIND, FORMAT);
      out.writeUTF(algorithm);
      out.writeUTF(target);
      model.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * From bytes.
   *
   * @throws IOException if they are no such model, damaged, or of a later form
   */
  public static PredictionModel read(byte[] artefact) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(artefact))) {
      StoredForm.readHeader(in, KIND, FORMAT);
      String algorithm = in.readUTF();
      String target = in.readUTF();
      TableAlgorithm<?> known =
          TableAlgorithms.find(algorithm)
              .orElseThrow(() -> new IOException("the algorithm " + algorithm + " is not known"));
      return new PredictionModel(algorithm, target, known.read(in));
    }
  }
}
