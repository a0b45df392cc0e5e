package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.metric.NumberMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The quality of predicted numbers over all held-out rows, with intervals over the rows. */
final class NumberQuality {

  private static final Map<String, ToDoubleFunction<NumberMetrics>> MEASURES = measures();

  private final double[] predicted;
  private final float[] truth;

  NumberQuality(List<double[]> predicted, List<Float> truth) {
    this.predicted = predicted.stream().mapToDouble(one -> one[0]).toArray();
    this.truth = new float[truth.size()];
    for (int row = 0; row < this.truth.length; row++) {
      this.truth[row] = truth.get(row);
    }
  }

  private static Map<String, ToDoubleFunction<NumberMetrics>> measures() {
    var measures = new LinkedHashMap<String, ToDoubleFunction<NumberMetrics>>();
    measures.put("rmse", NumberMetrics::rmse);
    measures.put("mae", NumberMetrics::mae);
    measures.put("r2", NumberMetrics::r2);
    return measures;
  }

  /** Empty where nothing is held out. */
  Map<String, Double> metrics() {
    var metrics = new LinkedHashMap<String, Double>();
    if (truth.length > 0) {
      NumberMetrics found = NumberMetrics.of(predicted, truth);
      MEASURES.forEach((name, measure) -> metrics.put(name, measure.applyAsDouble(found)));
    }
    return metrics;
  }

  Map<String, double[]> intervals(long seed) {
    var intervals = new LinkedHashMap<String, double[]>();
    if (truth.length > 0) {
      var bootstrap = new Bootstrap(400, 0.95, seed);
      MEASURES.forEach(
          (name, measure) -> {
            Interval found =
                bootstrap.ofRows(truth.length, drawn -> measure.applyAsDouble(select(drawn)));
            intervals.put(name, new double[] {found.low(), found.high()});
          });
    }
    return intervals;
  }

  private NumberMetrics select(int[] drawn) {
    double[] numbers = new double[drawn.length];
    float[] right = new float[drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      numbers[i] = predicted[drawn[i]];
      right[i] = truth[drawn[i]];
    }
    return NumberMetrics.of(numbers, right);
  }
}
