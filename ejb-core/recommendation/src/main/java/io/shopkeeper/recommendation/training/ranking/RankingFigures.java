package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.ClassFigures;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.evaluation.ReliabilityCurve;
import io.shopkeeper.ml.metric.BinaryScores;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.training.CsvTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a model reaches on products that were shown after all that it has learnt from: whether its
 * probabilities come true, as they were shown; and how it ranks each list, beside the blend.
 */
final class RankingFigures {

  /** The metric by which the quality gate judges. */
  static final String NDCG = "ndcg_at_10";

  private static final List<String> OF_ROWS = List.of("auc", "pr_auc", "log_loss", "brier", "ece");
  private static final int DRAWS = 200;
  private static final double LEVEL = 0.95;
  private static final double Z95 = 1.959963984540054;
  private static final int BINS = 10;

  private final ShownRows rows;
  private final int[] tested;
  private final long seed;
  private final ListQuality lists;
  private final double[] ndcg;
  private final double[] blended;
  private final double[][] predicted;

  RankingFigures(TableModel model, ShownRows rows, int[] tested, long seed) {
    this.rows = rows;
    this.tested = tested;
    this.seed = seed;
    lists = new ListQuality(rows, tested);
    ndcg = ndcg(model);
    blended = lists.byVisitor(lists.blended());
    predicted = model.predict(rows.table().features().select(tested));
  }

  /** How another model ranks the same lists: a value for each visitor. */
  double[] ndcg(TableModel other) {
    double[][] both = other.predict(rows.compared(tested));
    return lists.byVisitor(Arrays.stream(both).mapToDouble(row -> row[1]).toArray());
  }

  /** A value for each visitor. */
  double[] ndcg() {
    return ndcg;
  }

  /** The same, in the order of the blend. */
  double[] blendedNdcg() {
    return blended;
  }

  private LabelledTable held() {
    return rows.table().select(tested);
  }

  private ClassTarget target() {
    return (ClassTarget) held().target();
  }

  /** Of the model. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    Map<String, Double> all = new ClassFigures(predicted, target().codes()).all();
    OF_ROWS.forEach(name -> put(metrics, name, all.get(name)));
    put(metrics, NDCG, mean(ndcg));
    metrics.put("rows", (double) tested.length);
    metrics.put("users", (double) ndcg.length);
    return metrics;
  }

  /** Of those metrics, by the bootstrap; the visitors are drawn. */
  Map<String, Double> standardErrors() {
    var figures = new ClassFigures(predicted, target().codes());
    int[] visitors = dense(IntStream.of(tested).map(row -> rows.unit()[row]).toArray());
    Map<String, Interval> intervals =
        figures.intervals(new Bootstrap(DRAWS, LEVEL, seed), visitors);
    Map<String, Double> errors = new LinkedHashMap<>();
    OF_ROWS.forEach(name -> put(errors, name, error(intervals.get(name))));
    put(errors, NDCG, error(ofMean(ndcg)));
    return errors;
  }

  /** Of the blend. */
  Map<String, Double> blendedMetrics() {
    var scores = new BinaryScores(lists.blended(), positive());
    Map<String, Double> metrics = new LinkedHashMap<>();
    put(metrics, "auc", scores.auc());
    put(metrics, "pr_auc", scores.averagePrecision());
    put(metrics, NDCG, mean(blended));
    return metrics;
  }

  /** Of those metrics. */
  Map<String, Double> blendedErrors() {
    Map<String, Double> errors = new LinkedHashMap<>();
    put(errors, NDCG, error(ofMean(blended)));
    return errors;
  }

  private boolean[] positive() {
    boolean[] positive = new boolean[tested.length];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = rows.followed()[tested[i]];
    }
    return positive;
  }

  /** Whether probabilities come true, as a table for people. */
  byte[] reliability() {
    double[] probabilities = Arrays.stream(predicted).mapToDouble(row -> row[1]).toArray();
    var table = new CsvTable().row("predicted", "observed", "low", "high", "rows");
    for (ReliabilityCurve.Bin bin :
        ReliabilityCurve.ofEqualCount(probabilities, positive(), BINS).bins()) {
      table.row(
          bin.predicted(), bin.observed(), bin.interval().low(), bin.interval().high(), bin.rows());
    }
    return table.bytes();
  }

  private Interval ofMean(double[] values) {
    return values.length == 0
        ? Interval.UNKNOWN
        : new Bootstrap(DRAWS, LEVEL, seed)
            .ofCounts(
                values.length,
                counts -> {
                  double sum = 0;
                  for (int i = 0; i < values.length; i++) {
                    sum += counts[i] * values[i];
                  }
                  return sum / values.length;
                });
  }

  private static int[] dense(int[] numbers) {
    Map<Integer, Integer> places = new LinkedHashMap<>();
    int[] dense = new int[numbers.length];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = places.computeIfAbsent(numbers[i], added -> places.size());
    }
    return dense;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double error(Interval interval) {
    return (interval.high() - interval.low()) / 2 / Z95;
  }

  private static void put(Map<String, Double> metrics, String name, double value) {
    if (Double.isFinite(value)) {
      metrics.put(name, value);
    }
  }
}
