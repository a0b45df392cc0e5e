package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Target;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All metrics of predictions at once, of rows that may count several times: what the bootstrap
 * needs a thousand times over, so that nothing is copied or sorted for a draw. Implementations are
 * immutable and safe for use by several threads.
 */
public sealed interface Figures permits ClassFigures, NumberFigures {

  /**
   * Of a target's predictions.
   *
   * @param predictions rows × outputs, as of {@link io.shopkeeper.ml.table.TableModel}
   */
  static Figures of(Target target, double[][] predictions) {
    return switch (target) {
      case ClassTarget classes -> new ClassFigures(predictions, classes.codes());
      case NumberTarget numbers ->
          new NumberFigures(
              Arrays.stream(predictions).mapToDouble(row -> row[0]).toArray(), numbers.values());
    };
  }

  /** The names of the metrics, as in reports. */
  List<String> names();

  /** How many rows there are. */
  int rows();

  /**
   * The metrics in the order of their names.
   *
   * @param times how often each row counts
   * @return NaN where one cannot be said
   */
  double[] of(int[] times);

  /** The metrics of all rows. */
  default Map<String, Double> all() {
    int[] once = new int[rows()];
    Arrays.fill(once, 1);
    double[] values = of(once);
    Map<String, Double> all = new LinkedHashMap<>();
    for (int place = 0; place < values.length; place++) {
      all.put(names().get(place), values[place]);
    }
    return all;
  }

  /** The interval of each metric, rows being independent. */
  default Map<String, Interval> intervals(Bootstrap bootstrap) {
    return named(bootstrap.ofAll(rows(), names().size(), this::of));
  }

  /**
   * The interval of each metric where rows of one group are alike.
   *
   * @param groups of each row; 0 and more, best without gaps
   */
  default Map<String, Interval> intervals(Bootstrap bootstrap, int[] groups) {
    return named(
        bootstrap.ofAll(
            Bootstrap.groups(groups),
            names().size(),
            counts -> of(Bootstrap.ofRows(groups, counts))));
  }

  private Map<String, Interval> named(List<Interval> intervals) {
    Map<String, Interval> named = new LinkedHashMap<>();
    for (int place = 0; place < intervals.size(); place++) {
      named.put(names().get(place), intervals.get(place));
    }
    return named;
  }
}
