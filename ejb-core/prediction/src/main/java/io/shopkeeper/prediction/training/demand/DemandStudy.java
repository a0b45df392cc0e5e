package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.evaluation.PairedFigure;
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
 * What models foretold of the last horizons of a log, beside what came.
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
   * Asks models that have learnt from the log before each origin.
   *
   * @param models of the origins, in their order
   * @throws IllegalArgumentException if no product was known for long enough
   */
  static DemandStudy of(DemandRehearsal rehearsal, List<DemandModel> models) {
    List<DemandLog.Product> products = asked(rehearsal);
    var all = new DemandFigures(products.size());
    List<DemandFigures> byWeek = new ArrayList<>();
    for (int ahead = 0; ahead < rehearsal.horizon(); ahead++) {
      byWeek.add(new DemandFigures(products.size()));
    }
    var study = new DemandStudy(all, byWeek, rehearsal.seed());
    for (int place = 0; place < models.size(); place++) {
      study.ask(models.get(place), products, rehearsal.origins().get(place));
    }
    return study;
  }

  /** Those that were known for long enough at any origin: at the latest, all of them. */
  private static List<DemandLog.Product> asked(DemandRehearsal rehearsal) {
    int latest = rehearsal.origins().getFirst();
    List<DemandLog.Product> asked =
        rehearsal.log().products().stream()
            .filter(
                product ->
                    rehearsal.origins().stream()
                        .anyMatch(
                            origin -> DemandFigures.measurable(product.history().before(origin))))
            .toList();
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(
          "no product was sold for %d weeks before the last %d, so nothing can be measured; wait, or import older orders"
              .formatted(DemandModel.FEWEST_WEEKS, rehearsal.log().end() - latest));
    }
    return asked;
  }

  private void ask(DemandModel model, List<DemandLog.Product> products, int origin) {
    List<Integer> places = new ArrayList<>();
    List<DemandLog.Product> known = new ArrayList<>();
    for (int place = 0; place < products.size(); place++) {
      DemandHistory past = products.get(place).history().before(origin);
      if (DemandFigures.measurable(past)) {
        places.add(place);
        known.add(new DemandLog.Product(products.get(place).id(), past));
      }
    }
    List<DemandForecast> forecasts = model.forecast(known);
    for (int one = 0; one < known.size(); one++) {
      for (int ahead = 0; ahead < byWeek.size(); ahead++) {
        int place = places.get(one);
        double came = products.get(place).history().in(origin + ahead).orElseThrow();
        for (DemandFigures figures : List.of(all, byWeek.get(ahead))) {
          figures.add(place, known.get(one).history(), forecasts.get(one), ahead, came);
        }
      }
    }
  }

  /** Both studies' figures of the same products, by name. */
  Map<String, PairedFigure> beside(DemandStudy other) {
    List<PairedFigure> figures =
        PairedFigure.ofAll(
            all.products(),
            DemandFigures.NAMES.size(),
            all::of,
            other.all::of,
            new Bootstrap(seed));
    Map<String, PairedFigure> named = new LinkedHashMap<>();
    for (int place = 0; place < figures.size(); place++) {
      named.put(DemandFigures.NAMES.get(place), figures.get(place));
    }
    return named;
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
