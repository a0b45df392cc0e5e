package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.forecast.DemandFigures;
import io.shopkeeper.ml.forecast.DemandForecast;
import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.forecast.DemandModel;
import io.shopkeeper.training.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model foretold of the last horizon of a log, beside what came.
 *
 * @param all weeks
 * @param byWeek ahead
 * @param seed of the standard errors
 */
record DemandStudy(DemandFigures all, List<DemandFigures> byWeek, long seed) {

  /** The table by weeks ahead. */
  static final String WEEKS = "weeks.csv";

  /** A 95 % interval is so many standard errors wide. */
  private static final double WIDTH = 2 * 1.959964;

  /**
   * Asks a model that has learnt from the log before its last horizon.
   *
   * @throws IllegalArgumentException if no product was known for long enough
   */
  static DemandStudy of(DemandModel model, DemandLog log, long seed) {
    int horizon = model.horizonWeeks();
    int cut = log.end() - horizon;
    List<DemandLog.Product> asked = new ArrayList<>();
    List<DemandHistory> wholes = new ArrayList<>();
    for (DemandLog.Product product : log.products()) {
      DemandHistory past = product.history().before(cut);
      if (DemandFigures.measurable(past)) {
        asked.add(new DemandLog.Product(product.id(), past));
        wholes.add(product.history());
      }
    }
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(
          "no product was sold for %d weeks before the last %d, so nothing can be measured; wait, or import older orders"
              .formatted(DemandModel.FEWEST_WEEKS, horizon));
    }
    var all = new DemandFigures(asked.size());
    List<DemandFigures> byWeek = new ArrayList<>();
    for (int ahead = 0; ahead < horizon; ahead++) {
      byWeek.add(new DemandFigures(asked.size()));
    }
    List<DemandForecast> forecasts = model.forecast(asked);
    for (int one = 0; one < asked.size(); one++) {
      for (int ahead = 0; ahead < horizon; ahead++) {
        double came = wholes.get(one).in(cut + ahead).orElseThrow();
        for (DemandFigures figures : List.of(all, byWeek.get(ahead))) {
          figures.add(one, asked.get(one).history(), forecasts.get(one), ahead, came);
        }
      }
    }
    return new DemandStudy(all, byWeek, seed);
  }

  double figure(String name) {
    return all.all()[DemandFigures.NAMES.indexOf(name)];
  }

  /** By name; what cannot be said is left out. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = named(all.all());
    metrics.put("items", (double) all.products());
    return metrics;
  }

  Map<String, Double> standardErrors() {
    return named(
        new Bootstrap(seed)
            .ofAll(all.products(), DemandFigures.NAMES.size(), all::of).stream()
                .mapToDouble(DemandStudy::width)
                .toArray());
  }

  private static double width(Interval interval) {
    return (interval.high() - interval.low()) / WIDTH;
  }

  private static Map<String, Double> named(double[] values) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int place = 0; place < values.length; place++) {
      if (Double.isFinite(values[place])) {
        named.put(DemandFigures.NAMES.get(place), values[place]);
      }
    }
    return named;
  }

  /** A row for each week ahead. */
  byte[] weeks() {
    List<Object> head = new ArrayList<>(List.of("weeks_ahead", "products"));
    head.addAll(DemandFigures.NAMES);
    var table = new CsvTable().row(head.toArray());
    for (int ahead = 0; ahead < byWeek.size(); ahead++) {
      List<Object> row = new ArrayList<>(List.of(ahead + 1, byWeek.get(ahead).products()));
      for (double value : byWeek.get(ahead).all()) {
        row.add(value);
      }
      table.row(row.toArray());
    }
    return table.bytes();
  }
}
