package io.shopkeeper.prediction.model;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.family.DemandAlgorithms;
import io.shopkeeper.ml.forecast.DemandAlgorithm;
import io.shopkeeper.ml.forecast.DemandModel;
import io.shopkeeper.ml.price.PriceSensitivities;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Foretells what will be sold of products. Immutable and safe for use by several threads.
 *
 * @param algorithm by which it was learnt
 * @param model of the histories
 * @param prices how demand answers to them; empty of what was learnt before that was
 */
public record ForecastModel(
    String algorithm, DemandModel model, Optional<PriceSensitivities> prices) {

  /** The version of its form: 1 had no prices. */
  public static final int FORMAT = 2;

  private static final int WITHOUT_PRICES = 1;

  private static final String KIND = "demand-forecast";

  /** As bytes. */
  public byte[] write() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      StoredForm.writeHeader(out, KIND, prices.isPresent() ? FORMAT : WITHOUT_PRICES);
      out.writeUTF(algorithm);
      model.write(out);
      if (prices.isPresent()) {
        prices.get().write(out);
      }
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
      int format = StoredForm.readHeader(in, KIND, FORMAT);
      String algorithm = in.readUTF();
      DemandAlgorithm known =
          DemandAlgorithms.find(algorithm)
              .orElseThrow(() -> new IOException("the algorithm " + algorithm + " is not known"));
      DemandModel model = known.read(in);
      return new ForecastModel(
          algorithm,
          model,
          format == WITHOUT_PRICES ? Optional.empty() : Optional.of(PriceSensitivities.read(in)));
    }
  }
}
