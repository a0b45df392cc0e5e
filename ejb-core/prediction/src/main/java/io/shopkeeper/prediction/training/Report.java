package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.evaluation.PartialDependence;
import io.shopkeeper.ml.evaluation.PermutationImportance;
import io.shopkeeper.ml.evaluation.ReliabilityCurve;
import io.shopkeeper.ml.evaluation.TableMetric;
import io.shopkeeper.ml.evaluation.TableMetrics;
import io.shopkeeper.ml.evaluation.ThresholdAnalysis;
import io.shopkeeper.ml.evaluation.ThresholdPoint;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.CsvTable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What can be said of a model on rows that it has not seen, as tables for people: which columns it
 * lives on, how its prediction depends on them, whether its probabilities come true, and what each
 * threshold would do.
 */
final class Report {

  private static final int MOST_ROWS = 5_000;
  private static final int REPEATS = 3;
  private static final int CURVES = 6;

  /** Of more than two classes so many have a curve: the most frequent ones. */
  private static final int OUTCOMES = 3;

  private static final int BINS = 10;
  private static final int THRESHOLDS = 60;

  private final TableModel model;
  private final LabelledTable held;
  private final long seed;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private Report(TableModel model, LabelledTable held, long seed) {
    this.model = model;
    this.held = held;
    this.seed = seed;
  }

  /** The tables by file name. */
  static Map<String, byte[]> of(
      TableModel model,
      LabelledTable held,
      double[][] predictions,
      long seed,
      TrainingListener listener) {
    int[] some =
        held.rows() <= MOST_ROWS
            ? null
            : Fold.whole(held.rows()).part((double) MOST_ROWS / held.rows(), seed);
    var report = new Report(model, some == null ? held : held.select(some), seed);
    report.importance(listener);
    if (held.target() instanceof ClassTarget classes && classes.classes().size() == 2) {
      report.probabilities(predictions, classes);
    }
    return report.files;
  }

  private void importance(TrainingListener listener) {
    TableMetric metric = TableMetrics.suiting(held.target()).getFirst();
    List<PermutationImportance.Feature> features =
        PermutationImportance.of(
                model,
                held,
                metric,
                REPEATS,
                seed,
                PartOfTraining.of(listener, 0, 0.6, "shuffling"))
            .features()
            .stream()
            .sorted(Comparator.comparingDouble(PermutationImportance.Feature::mean).reversed())
            .toList();
    var table = new CsvTable().row("column", "loss_of_" + metric.name(), "deviation");
    for (PermutationImportance.Feature feature : features) {
      table.row(feature.columns().getFirst(), feature.mean(), feature.deviation());
    }
    keep("importance.csv", table);
    var curves = new CsvTable().row("column", "value", "number", "prediction", "outcome");
    List<PermutationImportance.Feature> weightiest = features.stream().limit(CURVES).toList();
    for (int place = 0; place < weightiest.size(); place++) {
      double from = 0.6 + 0.4 * place / weightiest.size();
      double to = 0.6 + 0.4 * (place + 1) / weightiest.size();
      curve(weightiest.get(place), curves, PartOfTraining.of(listener, from, to, "curves"));
    }
    keep("dependence.csv", curves);
  }

  private void curve(
      PermutationImportance.Feature feature, CsvTable curves, TrainingListener listener) {
    String column = feature.columns().getFirst();
    List<Integer> outputs = outcomes();
    for (int place = 0; place < outputs.size(); place++) {
      int output = outputs.get(place);
      String outcome = model.classes().isEmpty() ? "" : model.classes().get(output);
      PartialDependence.of(
              model,
              held.features(),
              column,
              output,
              new PartialDependence.Extent(20, 500, 0),
              seed,
              PartOfTraining.of(
                  listener,
                  (double) place / outputs.size(),
                  (place + 1.0) / outputs.size(),
                  "curves"))
          .values()
          .forEach(
              value -> curves.row(column, value.label(), value.number(), value.mean(), outcome));
    }
  }

  /** Which of the model's outputs curves are drawn of. */
  private List<Integer> outcomes() {
    int classes = model.classes().size();
    if (classes <= 2 || !(held.target() instanceof ClassTarget target)) {
      return List.of(model.outputs() - 1);
    }
    long[] counts = new long[classes];
    for (int code : target.codes()) {
      int output = model.classes().indexOf(target.classes().get(code));
      if (output >= 0) {
        counts[output]++;
      }
    }
    return IntStream.range(0, classes)
        .boxed()
        .sorted(Comparator.comparingLong((Integer output) -> -counts[output]))
        .limit(OUTCOMES)
        .toList();
  }

  private void probabilities(double[][] predictions, ClassTarget classes) {
    double[] scores = new double[predictions.length];
    boolean[] positive = new boolean[predictions.length];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = predictions[row][1];
      positive[row] = classes.codes()[row] == 1;
    }
    var reliability = new CsvTable().row("predicted", "observed", "low", "high", "rows");
    for (ReliabilityCurve.Bin bin : ReliabilityCurve.ofEqualCount(scores, positive, BINS).bins()) {
      reliability.row(
          bin.predicted(), bin.observed(), bin.interval().low(), bin.interval().high(), bin.rows());
    }
    keep("reliability.csv", reliability);
    var thresholds = new CsvTable().row("threshold", "flagged_share", "precision", "recall", "f1");
    for (ThresholdPoint point : ThresholdAnalysis.of(scores, positive).points(THRESHOLDS)) {
      if (point.flagged() > 0) {
        thresholds.row(
            point.threshold(), point.flaggedShare(), point.precision(), point.recall(), point.f1());
      }
    }
    keep("thresholds.csv", thresholds);
  }

  private void keep(String name, CsvTable table) {
    files.put(name, table.bytes());
  }
}
