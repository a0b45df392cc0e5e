package io.shopkeeper.ml.table;

import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.kernel.KernelBackends;
import java.util.List;

/** Predicts from rows of a table. Implementations are immutable and safe for several threads. */
public interface TableModel extends TrainedModel {

  /** The columns it reads. */
  Schema schema();

  /** The classes, in the order of the probabilities; empty for a model of a number. */
  List<String> classes();

  /** Values of a prediction: one for each class, or one number. */
  default int outputs() {
    return Math.max(1, classes().size());
  }

  /**
   * Predicts for one row, as fast as the model can.
   *
   * @param rows floats as of {@link Schema}
   * @param offset where the row begins
   * @param result of {@link #outputs} values: the classes' probabilities, which add up to 1, or the
   *     number; written
   */
  void predict(float[] rows, int offset, double[] result);

  /** Predicts for all rows of a table, rows × {@link #outputs}, on the threads of this process. */
  default double[][] predict(Table table) {
    float[] rows = schema().rows(table);
    int width = schema().width();
    double[][] results = new double[table.rows()][outputs()];
    int chunk = 1024;
    KernelBackends.current()
        .workers()
        .forEach(
            (table.rows() + chunk - 1) / chunk,
            part -> {
              int end = Math.min(table.rows(), (part + 1) * chunk);
              for (int row = part * chunk; row < end; row++) {
                predict(rows, row * width, results[row]);
              }
            });
    return results;
  }
}
