package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.AlertFigures;
import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Metrics of fraud: order, what comes of the alert budget, and whether probabilities are right.
 *
 * @param data all rows
 * @param budget share of the rows that is looked at
 * @param seed of the bootstrap
 */
record FraudMeasures(FraudData data, double budget, long seed) implements Measures.Taker {

  private static final List<String> ORDER = List.of("pr_auc", "auc");
  private static final List<String> PROBABILITIES =
      List.of("log_loss", "brier", "ece", TableMeasures.FLOOR);

  @Override
  public Measures of(int[] tested, double[][] predicted) {
    Measures usual = new TableMeasures(data.table().rows().target(), seed).of(tested, predicted);
    var measures = new Measures();
    copy(ORDER, usual, measures);
    alerts(tested, predicted, measures);
    copy(PROBABILITIES, usual, measures);
    return measures;
  }

  private static void copy(List<String> names, Measures from, Measures to) {
    for (String name : names) {
      to.metrics().put(name, from.metrics().get(name));
      to.intervals().put(name, from.intervals().get(name));
    }
  }

  private void alerts(int[] tested, double[][] predicted, Measures measures) {
    double[] scores = Arrays.stream(predicted).mapToDouble(row -> row[1]).toArray();
    boolean[] fraud = new boolean[tested.length];
    for (int i = 0; i < fraud.length; i++) {
      fraud[i] = data.fraud()[tested[i]];
    }
    Optional<double[]> losses =
        data.losses().map(all -> Arrays.stream(tested).mapToDouble(row -> all[row]).toArray());
    var alerts = new AlertFigures(scores, fraud, losses, budget);
    double[] values = alerts.all();
    List<Interval> intervals =
        new Bootstrap(seed).ofAll(tested.length, alerts.names().size(), alerts::of);
    for (int place = 0; place < values.length; place++) {
      measures.put(alerts.names().get(place), values[place], intervals.get(place));
    }
  }
}
