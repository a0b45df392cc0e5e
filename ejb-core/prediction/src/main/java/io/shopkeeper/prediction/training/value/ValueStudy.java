package io.shopkeeper.prediction.training.value;

import io.shopkeeper.ml.evaluation.AmountFigures;
import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.value.CustomerValueModel;
import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.ml.value.PurchaseLog;
import io.shopkeeper.ml.value.ValueForecast;
import io.shopkeeper.training.CsvTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model foretold of the last horizon of a log, beside what came. Customers are the units;
 * who bought for the first time within the horizon is not foretold.
 *
 * @param often purchases
 * @param much money
 * @param seed of the standard errors
 */
record ValueStudy(AmountFigures often, AmountFigures much, long seed) {

  private static final String OFTEN = "purchases_";
  private static final String MUCH = "value_";

  /** The table of the calibration. */
  static final String TENTHS = "tenths.csv";

  /** A 95 % interval is so many standard errors wide. */
  private static final double WIDTH = 2 * 1.959964;

  /** Asks a model that has learnt from the log before its last horizon. */
  static ValueStudy of(CustomerValueModel model, PurchaseLog log, long seed) {
    int cut = log.end() - model.horizonDays();
    List<PurchaseHistory> known =
        log.customers().stream().filter(one -> one.days()[0] < cut).toList();
    double[][] foretold = new double[2][known.size()];
    double[][] came = new double[2][known.size()];
    for (int i = 0; i < known.size(); i++) {
      ValueForecast forecast = model.forecast(known.get(i), cut);
      PurchaseHistory after = known.get(i).within(cut, log.end());
      foretold[0][i] = forecast.purchases();
      foretold[1][i] = forecast.value();
      came[0][i] = after.purchases();
      came[1][i] = after.spent();
    }
    return new ValueStudy(
        new AmountFigures(foretold[0], came[0]), new AmountFigures(foretold[1], came[1]), seed);
  }

  double figure(AmountFigures figures, String name) {
    return figures.all()[AmountFigures.NAMES.indexOf(name)];
  }

  /** Both studies' figures of the same customers, by name. */
  Map<String, PairedFigure> beside(ValueStudy other) {
    Map<String, PairedFigure> figures = new LinkedHashMap<>();
    put(figures, OFTEN, often, other.often());
    put(figures, MUCH, much, other.much());
    return figures;
  }

  private void put(
      Map<String, PairedFigure> into, String prefix, AmountFigures ours, AmountFigures theirs) {
    List<PairedFigure> all =
        PairedFigure.ofAll(
            ours.rows(), AmountFigures.NAMES.size(), ours::of, theirs::of, new Bootstrap(seed));
    for (int i = 0; i < all.size(); i++) {
      into.put(prefix + AmountFigures.NAMES.get(i), all.get(i));
    }
  }

  /** By name; what cannot be said is left out. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    put(metrics, OFTEN, often.all());
    put(metrics, MUCH, much.all());
    metrics.put("customers", (double) often.rows());
    return metrics;
  }

  Map<String, Double> standardErrors() {
    Map<String, Double> errors = new LinkedHashMap<>();
    put(errors, OFTEN, errors(often));
    put(errors, MUCH, errors(much));
    return errors;
  }

  private double[] errors(AmountFigures figures) {
    return new Bootstrap(seed)
        .ofAll(figures.rows(), AmountFigures.NAMES.size(), figures::of).stream()
            .mapToDouble(ValueStudy::width)
            .toArray();
  }

  private static double width(Interval interval) {
    return (interval.high() - interval.low()) / WIDTH;
  }

  private static void put(Map<String, Double> into, String prefix, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        into.put(prefix + AmountFigures.NAMES.get(i), values[i]);
      }
    }
  }

  /** Tenths of the customers, by what was foretold: mean purchases and mean value. */
  byte[] tenths() {
    var table =
        new CsvTable()
            .row(
                "tenth",
                "customers",
                "purchases_foretold",
                "purchases_came",
                "value_foretold",
                "value_came");
    List<AmountFigures.Tenth> first = often.tenths();
    List<AmountFigures.Tenth> second = much.tenths();
    for (int i = 0; i < first.size(); i++) {
      table.row(
          i + 1,
          first.get(i).rows(),
          first.get(i).predicted(),
          first.get(i).actual(),
          second.get(i).predicted(),
          second.get(i).actual());
    }
    return table.bytes();
  }
}
