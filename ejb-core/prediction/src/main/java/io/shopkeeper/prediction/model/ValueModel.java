package io.shopkeeper.prediction.model;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.family.CustomerValueAlgorithms;
import io.shopkeeper.ml.value.CustomerValueAlgorithm;
import io.shopkeeper.ml.value.CustomerValueModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Says what customers are worth. Immutable and safe for use by several threads.
 *
 * @param algorithm by which it was learnt
 * @param currency of the amounts, ISO 4217; empty where the orders name none
 * @param meanSpend at a purchase, of all that it learnt from
 * @param model of the histories
 */
public record ValueModel(
    String algorithm, String currency, double meanSpend, CustomerValueModel model) {

  /** The version of its form. */
  public static final int FORMAT = 1;

  private static final String KIND = "customer-value";

  /** As bytes. */
  public byte[] write() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      StoredForm.writeHeader(out, KIND, FORMAT);
      out.writeUTF(algorithm);
      out.writeUTF(currency);
      out.writeDouble(meanSpend);
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
  public static ValueModel read(byte[] artefact) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(artefact))) {
      StoredForm.readHeader(in, KIND, FORMAT);
      String algorithm = in.readUTF();
      CustomerValueAlgorithm<?> known =
          CustomerValueAlgorithms.find(algorithm)
              .orElseThrow(() -> new IOException("the algorithm " + algorithm + " is not known"));
      return new ValueModel(algorithm, in.readUTF(), in.readDouble(), known.read(in));
    }
  }
}
