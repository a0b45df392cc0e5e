package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.metric.BinaryScores;
import io.shopkeeper.ml.metric.ClassMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The quality of predicted classes over all held-out rows, with intervals over the rows. */
final class ClassQuality {

  /** Above these rows intervals are narrow, and each draw is dear. */
  private static final int MANY_ROWS = 50_000;

  private final double[][] predicted;
  private final int[] codes;

  ClassQuality(List<double[]> predicted, List<Integer> codes) {
    this.predicted = predicted.toArray(double[][]::new);
    this.codes = codes.stream().mapToInt(Integer::intValue).toArray();
  }

  private record Rows(double[][] predicted, int[] codes) {

    ClassMetrics classes() {
      return ClassMetrics.of(predicted, codes);
    }

    BinaryScores scores() {
      double[] scores = new double[codes.length];
      boolean[] positive = new boolean[codes.length];
      for (int row = 0; row < codes.length; row++) {
        scores[row] = predicted[row][1];
        positive[row] = codes[row] == 1;
      }
      return new BinaryScores(scores, positive);
    }
  }

  private Map<String, ToDoubleFunction<Rows>> measures() {
    var measures = new LinkedHashMap<String, ToDoubleFunction<Rows>>();
    measures.put("accuracy", rows -> rows.classes().accuracy());
    measures.put("precision", rows -> rows.classes().precision());
    measures.put("recall", rows -> rows.classes().recall());
    measures.put("f1", rows -> rows.classes().f1());
    measures.put("macro_f1", rows -> rows.classes().macroF1());
    if (predicted[0].length == 2) {
      measures.put("auc", rows -> rows.scores().auc());
      measures.put("pr_auc", rows -> rows.scores().averagePrecision());
    }
    measures.put("log_loss", rows -> rows.classes().logLoss());
    measures.put("brier", rows -> rows.classes().brier());
    measures.put("ece", rows -> rows.classes().calibrationError());
    return measures;
  }

  /** Empty where nothing is held out. */
  Map<String, Double> metrics() {
    var all = new Rows(predicted, codes);
    return codes.length == 0 ? Map.of() : map(measure -> measure.applyAsDouble(all));
  }

  Map<String, double[]> intervals(long seed) {
    if (codes.length == 0) {
      return Map.of();
    }
    var bootstrap = new Bootstrap(codes.length > MANY_ROWS ? 100 : 400, 0.95, seed);
    return map(
        measure -> {
          Interval interval =
              bootstrap.ofRows(codes.length, drawn -> measure.applyAsDouble(select(drawn)));
          return new double[] {interval.low(), interval.high()};
        });
  }

  private Rows select(int[] drawn) {
    double[][] rows = new double[drawn.length][];
    int[] truth = new int[drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      rows[i] = predicted[drawn[i]];
      truth[i] = codes[drawn[i]];
    }
    return new Rows(rows, truth);
  }

  private <T> Map<String, T> map(Function<ToDoubleFunction<Rows>, T> of) {
    var found = new LinkedHashMap<String, T>();
    measures().forEach((name, measure) -> found.put(name, of.apply(measure)));
    return found;
  }
}
