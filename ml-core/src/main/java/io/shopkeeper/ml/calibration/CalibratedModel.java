package io.shopkeeper.ml.calibration;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.StoredHead;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A model whose probabilities are corrected, each class by a curve of its own, then divided by
 * their sum (Zadrozny and Elkan, 2002). Of two classes only the second has a curve. Immutable.
 */
public sealed class CalibratedModel implements TableModel permits ExplainedCalibratedModel {

  static final String NAME = "calibrated";
  private static final int FORMAT = 1;

  private final TableModel model;
  private final List<Calibrator> calibrators;
  private final double errorBefore;
  private final double errorAfter;

  CalibratedModel(
      TableModel model, List<Calibrator> calibrators, double errorBefore, double errorAfter) {
    this.model = model;
    this.calibrators = List.copyOf(calibrators);
    this.errorBefore = errorBefore;
    this.errorAfter = errorAfter;
  }

  /** Of any model. */
  static CalibratedModel of(
      TableModel model, List<Calibrator> calibrators, double errorBefore, double errorAfter) {
    return model instanceof ExplainedModel explained
        ? new ExplainedCalibratedModel(explained, calibrators, errorBefore, errorAfter)
        : new CalibratedModel(model, calibrators, errorBefore, errorAfter);
  }

  /**
   * The same curves behind another model, such as this one's after it learnt on.
   *
   * @throws IllegalArgumentException if it has other classes
   */
  public CalibratedModel with(TableModel other) {
    if (!other.classes().equals(classes())) {
      throw new IllegalArgumentException(
          "the model must have the classes %s, but has %s".formatted(classes(), other.classes()));
    }
    return of(other, calibrators, errorBefore, errorAfter);
  }

  @Override
  public Schema schema() {
    return model.schema();
  }

  @Override
  public List<String> classes() {
    return model.classes();
  }

  /** The model whose probabilities are corrected. */
  public TableModel uncalibrated() {
    return model;
  }

  /**
   * The expected calibration error of the model alone, on rows that it did not learn from: ten bins
   * of one width, the mean over the classes where there are more than two.
   */
  public double errorBefore() {
    return errorBefore;
  }

  /** The same of the corrected probabilities, on rows that neither model nor curve learnt from. */
  public double errorAfter() {
    return errorAfter;
  }

  @Override
  public void predict(float[] rows, int offset, double[] result) {
    model.predict(rows, offset, result);
    correct(calibrators, result);
  }

  @Override
  public double[][] predict(Table table) {
    double[][] results = model.predict(table);
    for (double[] result : results) {
      correct(calibrators, result);
    }
    return results;
  }

  /** Corrects the probabilities of one row; they stay as they are where all curves say 0. */
  static void correct(List<Calibrator> calibrators, double[] probabilities) {
    if (calibrators.size() == 1) {
      probabilities[1] = calibrators.getFirst().calibrate(probabilities[1]);
      probabilities[0] = 1 - probabilities[1];
      return;
    }
    double[] corrected = new double[probabilities.length];
    double sum = 0;
    for (int place = 0; place < corrected.length; place++) {
      corrected[place] = calibrators.get(place).calibrate(probabilities[place]);
      sum += corrected[place];
    }
    for (int place = 0; place < corrected.length && sum > 0; place++) {
      probabilities[place] = corrected[place] / sum;
    }
  }

  /** Stored as: header, errors before and after, curves, and the model in its own form. */
  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    out.writeDouble(errorBefore);
    out.writeDouble(errorAfter);
    out.writeInt(calibrators.size());
    for (Calibrator calibrator : calibrators) {
      calibrator.write(out);
    }
    model.write(out);
  }

  /** Reads a model in its own form. */
  public interface Reader {

    /** Reads. */
    TableModel read(DataInput in) throws IOException;
  }

  /**
   * Reads a stored model, calibrated or not.
   *
   * @param reader of the model alone
   * @throws IOException if the bytes are no such model
   */
  public static TableModel read(DataInput in, Reader reader) throws IOException {
    StoredHead head = StoredHead.of(in);
    if (!head.algorithm().equals(NAME)) {
      return reader.read(head.whole());
    }
    StoredForm.readHeader(head.whole(), NAME, FORMAT);
    double before = in.readDouble();
    double after = in.readDouble();
    int count = in.readInt();
    List<Calibrator> calibrators = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      calibrators.add(Calibrator.read(in));
    }
    TableModel model = reader.read(in);
    int classes = model.classes().size();
    if (classes < 2 || count != (classes == 2 ? 1 : classes)) {
      throw new IOException("damaged: %d curves for %d classes".formatted(count, classes));
    }
    return of(model, calibrators, before, after);
  }
}
