package io.shopkeeper.fraud.model;

import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says how probably a payment is fraud, and what each feature does to that; and how odd it is. It
 * reads the features it learnt from, by their names: a model that was trained before a feature was
 * there goes on without it. Immutable and safe for use by several threads.
 */
public final class FraudModel {

  /** The version of its form. */
  public static final int FORMAT = 2;

  private static final String KIND = "fraud";

  private final String algorithm;
  private final TableModel model;
  private final Optional<Oddness> oddness;

  /** Where in {@link PaymentFeatures#list()} each feature of the model is. */
  private final int[] places;

  /**
   * Of what was learnt.
   *
   * @param algorithm by which it was learnt
   * @param model of columns that are named as features of {@link PaymentFeatures}
   * @param oddness of the same columns; empty in what was trained before there was any
   * @throws IllegalArgumentException if it has a column that is no feature
   */
  public FraudModel(String algorithm, TableModel model, Optional<Oddness> oddness) {
    this.algorithm = algorithm;
    this.model = model;
    this.oddness = oddness;
    this.places =
        model.schema().features().stream()
            .mapToInt(feature -> PaymentFeatures.place(feature.name()))
            .toArray();
  }

  /** By which it was learnt. */
  public String algorithm() {
    return algorithm;
  }

  /** What says how probable fraud is; it finds the columns of a table by their names. */
  public TableModel model() {
    return model;
  }

  /**
   * What a feature does.
   *
   * @param feature its place in {@link PaymentFeatures#list()}
   * @param contribution to the log-odds before calibration
   */
  public record Contribution(int feature, double contribution) {}

  /** As bytes. */
  public byte[] write() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      StoredForm.writeHeader(out, KIND, FORMAT);
      out.writeUTF(algorithm);
      model.write(out);
      out.writeBoolean(oddness.isPresent());
      if (oddness.isPresent()) {
        oddness.get().write(out);
      }
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
  public static FraudModel read(byte[] artefact) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(artefact))) {
      int format = StoredForm.readHeader(in, KIND, FORMAT);
      String algorithm = in.readUTF();
      TableAlgorithm<?> known =
          TableAlgorithms.find(algorithm)
              .orElseThrow(() -> new IOException("the algorithm " + algorithm + " is not known"));
      TableModel model = known.read(in);
      List<String> columns = model.schema().features().stream().map(Schema.Feature::name).toList();
      for (String column : columns) {
        if (PaymentFeatures.find(column).isEmpty()) {
          throw new IOException(
              "it has learnt of the feature "
                  + column
                  + ", which this version does not work out: train it again");
        }
      }
      Optional<Oddness> oddness =
          format > 1 && in.readBoolean() ? Optional.of(Oddness.read(in)) : Optional.empty();
      if (oddness.isPresent() && !oddness.get().reads(columns)) {
        throw new IOException("damaged: its oddness is of other features");
      }
      return new FraudModel(algorithm, model, oddness);
    }
  }

  /**
   * A row of features as the model reads it.
   *
   * @param features in the order of {@link PaymentFeatures#list()}
   */
  public float[] row(double[] features) {
    float[] row = new float[places.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) features[places[i]];
    }
    return row;
  }

  /** The probability of fraud, 0 to 1. */
  public double probability(double[] features) {
    double[] both = new double[2];
    model.predict(row(features), 0, both);
    return both[1];
  }

  /** The share of the payments learnt from that were less odd, 0 to below 1; NaN if unknown. */
  public double anomaly(double[] features) {
    return oddness.map(known -> known.share(row(features))).orElse(Double.NaN);
  }

  /** What makes a payment odd, the most telling first; places as of {@link PaymentFeatures}. */
  public List<Oddness.Part> strangest(double[] features, int most) {
    return oddness.map(known -> known.strangest(row(features), most)).orElse(List.of()).stream()
        .map(part -> new Oddness.Part(places[part.feature()], part.loss()))
        .toList();
  }

  /**
   * The strongest of what the features do, the strongest first; empty where the model cannot say.
   *
   * @param most how many
   */
  public List<Contribution> strongest(double[] features, int most) {
    if (!(model instanceof ExplainedModel able)) {
      return List.of();
    }
    double[] contributions = able.contributions(row(features), 0, 0);
    List<Contribution> all = new ArrayList<>();
    for (int i = 0; i < contributions.length; i++) {
      if (contributions[i] != 0) {
        all.add(new Contribution(places[i], contributions[i]));
      }
    }
    all.sort(Comparator.comparingDouble((Contribution one) -> -Math.abs(one.contribution())));
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }
}
