package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.CalibrationFloor;
import io.shopkeeper.ml.evaluation.Figures;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.prediction.model.HeldOut;
import io.shopkeeper.training.TableLesson;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Predictions of rows by models that have not seen them, fold by fold. For one thread. */
final class HeldPredictions {

  private static final int DRAWS = 200;
  private static final double LEVEL = 0.95;
  private static final double Z95 = 1.959963984540054;

  private final LabelledTable rows;
  private final double[][] all;
  private TableModel first;
  private int[] firstRows;

  HeldPredictions(LabelledTable rows) {
    this.rows = rows;
    all = new double[rows.rows()][];
  }

  /** Trains once for each fold and measures all that was held out together. */
  static Outcome measure(
      TableLesson<?> lesson, LabelledTable rows, List<Fold> folds, TrainingListener listener) {
    var held = new HeldPredictions(rows);
    for (int place = 0; place < folds.size(); place++) {
      Fold fold = folds.get(place);
      TrainingListener part =
          folds.size() == 1 ? listener : PartOfTraining.of(listener, place, folds.size(), "fold");
      held.add(lesson.train(rows.select(fold.train()), part), fold);
    }
    return held.measure(lesson.seed());
  }

  /** Predicts what a fold holds out. */
  void add(TableModel model, Fold fold) {
    double[][] predictions = model.predict(rows.select(fold.test()).features());
    for (int row = 0; row < predictions.length; row++) {
      all[fold.test()[row]] = predictions[row];
    }
    if (first == null) {
      first = model;
      firstRows = fold.test();
    }
  }

  /**
   * What was measured on rows that were held out.
   *
   * @param first the model of the first fold
   * @param held what that fold holds out
   * @param predictions of that model for these
   * @param floor the calibration error that a perfect model would show on as many rows; empty of
   *     numbers
   * @param figures of all rows that any fold holds out
   * @param all rows that any fold holds out, with what was predicted; empty unless of two classes
   */
  record Outcome(
      Map<String, Double> metrics,
      Map<String, Double> standardErrors,
      TableModel first,
      LabelledTable held,
      double[][] predictions,
      Optional<CalibrationFloor> floor,
      Figures figures,
      Optional<HeldOut> all) {}

  /** Measures all that was held out together. */
  Outcome measure(long seed) {
    int[] held = IntStream.range(0, all.length).filter(row -> all[row] != null).toArray();
    double[][] predictions = Arrays.stream(held).mapToObj(row -> all[row]).toArray(double[][]::new);
    var figures = Figures.of(rows.target().select(held), predictions);
    Map<String, Double> metrics = new LinkedHashMap<>();
    Map<String, Double> errors = new LinkedHashMap<>();
    Map<String, Interval> intervals = figures.intervals(new Bootstrap(DRAWS, LEVEL, seed));
    figures
        .all()
        .forEach(
            (name, value) -> {
              if (Double.isFinite(value)) {
                metrics.put(name, value);
                double error = (intervals.get(name).high() - intervals.get(name).low()) / 2 / Z95;
                if (Double.isFinite(error)) {
                  errors.put(name, error);
                }
              }
            });
    metrics.put("rows", (double) held.length);
    return new Outcome(
        metrics,
        errors,
        first,
        rows.select(firstRows),
        Arrays.stream(firstRows).mapToObj(row -> all[row]).toArray(double[][]::new),
        rows.target() instanceof ClassTarget && held.length > 0
            ? Optional.of(CalibrationFloor.of(predictions, seed))
            : Optional.empty(),
        figures,
        kept(held, predictions, seed));
  }

  private Optional<HeldOut> kept(int[] held, double[][] predictions, long seed) {
    if (!(rows.target() instanceof ClassTarget classes) || classes.classes().size() != 2) {
      return Optional.empty();
    }
    boolean[] positive = new boolean[held.length];
    for (int place = 0; place < held.length; place++) {
      positive[place] = classes.codes()[held[place]] == 1;
    }
    double[] probabilities = Arrays.stream(predictions).mapToDouble(each -> each[1]).toArray();
    return Optional.of(new HeldOut(held, probabilities, positive).sample(seed));
  }
}
