package io.shopkeeper.prediction.model;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.family.DemandAlgorithms;
import io.shopkeeper.ml.forecast.DemandAlgorithm;
import io.shopkeeper.ml.forecast.DemandModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Foretells what will be sold of products. Immutable and safe for use by several threads.
 *
 * @param algorithm by which it was learnt
 * @param model of the histories
 */
public record ForecastModel(String algorithm, DemandModel model) {

  /** The version of its form. */
  public static final int FORMAT = 1;

  private static final String KIND = "demand-forecast";

  /** As bytes. */
  public byte[] write() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      StoredForm.writeHeader(out, KIND, FORMAT);
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
   * @throws IOException if they are no such model, damaged, or of a later form
   */
  public static ForecastModel read(byte[] artefact) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(artefact))) {
      StoredForm.readHeader(in, KIND, FORMAT);
      String algorithm = in.readUTF();
      DemandAlgorithm known =
          DemandAlgorithms.find(algorithm)
              .orElseThrow(() -> new IOException("the algorithm " + algorithm + " is not known"));
      return new ForecastModel(algorithm, known.read(in));
    }
  }
}
