package io.shopkeeper.fraud.training;

import io.shopkeeper.fraud.model.PopulationFile;
import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.ClassFigures;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.evaluation.ReliabilityCurve;
import io.shopkeeper.ml.evaluation.ThresholdAnalysis;
import io.shopkeeper.ml.evaluation.ThresholdPoint;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.training.CsvTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a model reaches on payments that are newer than all that it has learnt from. */
final class FraudFigures {

  /** The metric by which the quality gate judges. */
  static final String GUARD = "pr_auc";

  private static final List<String> SHOWN = List.of("auc", "pr_auc", "log_loss", "brier", "ece");

  private static final int DRAWS = 200;
  private static final double LEVEL = 0.95;
  private static final double Z95 = 1.959963984540054;
  private static final int BINS = 10;
  private static final int POINTS = 50;

  /** The share of the payments that people have the time to look at. */
  private static final double BUDGET = 0.01;

  private final double[][] predicted;
  private final int[] codes;
  private final ClassFigures figures;
  private final long seed;

  private FraudFigures(double[][] predicted, int[] codes, long seed) {
    this.predicted = predicted;
    this.codes = codes;
    this.figures = new ClassFigures(predicted, codes);
    this.seed = seed;
  }

  static FraudFigures of(TableModel model, LabelledTable held, long seed) {
    return new FraudFigures(
        model.predict(held.features()), ((ClassTarget) held.target()).codes(), seed);
  }

  /** By name; what cannot be said is left out. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    Map<String, Double> all = figures.all();
    SHOWN.forEach(name -> put(metrics, name, all.get(name)));
    int alerts = Math.max(1, (int) Math.round(BUDGET * codes.length));
    int caught = caught(alerts);
    put(metrics, "recall_at_budget", (double) caught / Math.max(1, frauds()));
    put(metrics, "precision_at_budget", (double) caught / alerts);
    metrics.put("rows", (double) codes.length);
    return metrics;
  }

  private int frauds() {
    return Arrays.stream(codes).sum();
  }

  /** Frauds among the payments with the highest scores; of equal ones the older first. */
  private int caught(int alerts) {
    return IntStream.range(0, codes.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer row) -> -predicted[row][1]))
        .limit(alerts)
        .mapToInt(row -> codes[row])
        .sum();
  }

  Map<String, Double> standardErrors() {
    Map<String, Double> errors = new LinkedHashMap<>();
    List<Interval> intervals =
        new Bootstrap(DRAWS, LEVEL, seed)
            .ofAll(figures.rows(), figures.names().size(), figures::of);
    for (String name : SHOWN) {
      Interval interval = intervals.get(figures.names().indexOf(name));
      put(errors, name, (interval.high() - interval.low()) / 2 / Z95);
    }
    return errors;
  }

  /** Both models' figures of the same payments, by name. */
  Map<String, PairedFigure> beside(FraudFigures other) {
    List<PairedFigure> paired =
        PairedFigure.ofAll(
            figures.rows(),
            figures.names().size(),
            figures::of,
            other.figures::of,
            new Bootstrap(DRAWS, LEVEL, seed));
    Map<String, PairedFigure> named = new LinkedHashMap<>();
    for (String name : SHOWN) {
      named.put(name, paired.get(figures.names().indexOf(name)));
    }
    return named;
  }

  /** Whether probabilities come true, as a table for people. */
  byte[] reliability() {
    double[] scores = scores();
    boolean[] positive = new boolean[codes.length];
    for (int row = 0; row < positive.length; row++) {
      positive[row] = codes[row] == 1;
    }
    var table = new CsvTable().row("predicted", "observed", "low", "high", "rows");
    for (ReliabilityCurve.Bin bin : ReliabilityCurve.ofEqualCount(scores, positive, BINS).bins()) {
      table.row(
          bin.predicted(), bin.observed(), bin.interval().low(), bin.interval().high(), bin.rows());
    }
    return table.bytes();
  }

  /** What each threshold would do, as a table for people. */
  byte[] thresholds() {
    boolean[] positive = new boolean[codes.length];
    for (int row = 0; row < positive.length; row++) {
      positive[row] = codes[row] == 1;
    }
    var table = new CsvTable().row("threshold", "flagged_share", "precision", "recall", "f1");
    for (ThresholdPoint point : ThresholdAnalysis.of(scores(), positive).points(POINTS)) {
      if (point.flagged() > 0) {
        table.row(
            point.threshold(), point.flaggedShare(), point.precision(), point.recall(), point.f1());
      }
    }
    return table.bytes();
  }

  /** On whom alerts fall, as a table for people. */
  byte[] groups(LabelledTable held) {
    List<Column> columns = held.features().columns();
    float[][] rows = new float[codes.length][columns.size()];
    for (int place = 0; place < columns.size(); place++) {
      float[] values = ((NumberColumn) columns.get(place)).values();
      for (int row = 0; row < rows.length; row++) {
        rows[row][place] = values[row];
      }
    }
    return FraudGroups.of(scores(), codes, rows).bytes();
  }

  /** How the scores and what was learnt from are spread, to be compared with later payments. */
  byte[] population(LabelledTable learnt, long drawn) {
    return PopulationFile.write(scores(), learnt, drawn);
  }

  private double[] scores() {
    return Arrays.stream(predicted).mapToDouble(row -> row[1]).toArray();
  }

  private static void put(Map<String, Double> into, String name, Double value) {
    if (value != null && Double.isFinite(value)) {
      into.put(name, value);
    }
  }
}
