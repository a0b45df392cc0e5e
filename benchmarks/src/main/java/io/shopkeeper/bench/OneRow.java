package io.shopkeeper.bench;

import io.shopkeeper.bench.data.TabularCase;
import io.shopkeeper.bench.peer.Timed;
import io.shopkeeper.ml.table.TableModel;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The time of a prediction for one row, row after row. */
final class OneRow {

  private OneRow() {}

  /** The first rows, at most so many, each on its own. */
  static float[][] rows(TabularCase data, int most) {
    int[] chosen = new int[Math.min(most, data.rows())];
    Arrays.setAll(chosen, i -> i);
    float[] flat = data.select(chosen).byRow();
    int width = data.values().length;
    float[][] rows = new float[chosen.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
    }
    return rows;
  }

  static Timed of(TableModel model, float[][] rows) {
    double[] result = new double[model.outputs()];
    return of(
        row -> {
          model.predict(row, 0, result);
          return result[result.length - 1];
        },
        rows);
  }

  /** Mean seconds of a call. */
  static Timed of(ToDoubleFunction<float[]> score, float[][] rows) {
    return () -> {
      double sum = 0;
      long start = System.nanoTime();
      for (float[] row : rows) {
        sum += score.applyAsDouble(row);
      }
      double seconds = (System.nanoTime() - start) * 1e-9 / rows.length;
      return Double.isNaN(sum) ? Double.NaN : seconds;
    };
  }

  static Row row(String bench, String input, double ours, String peer, double theirs, int runs) {
    return new Row(bench, input, "java", ours * 1e6, 0, peer, theirs * 1e6, 0, "µs", runs);
  }
}
