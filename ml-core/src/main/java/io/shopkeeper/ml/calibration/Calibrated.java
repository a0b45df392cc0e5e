package io.shopkeeper.ml.calibration;

import io.shopkeeper.ml.evaluation.OutOfFold;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Folds;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Trains with {@link Calibration}: the curves are fitted to predictions for rows that the
 * predicting model did not learn from; then the model learns from all rows. Up to {@value #FEW}
 * rows, each fifth is predicted by a model of the other four, six trainings in all; of more rows
 * one fifth is enough, two trainings.
 */
public final class Calibrated {

  private static final int FOLDS = 5;
  private static final int FEW = 20_000;

  private Calibrated() {}

  /**
   * Trains.
   *
   * @param seed of the parts
   * @param trainer learns without calibration
   * @return a {@link CalibratedModel}; the model alone where no calibration is wanted, where the
   *     target is a number, or where a class has too few rows, which the log then says
   */
  public static TableModel train(
      Calibration calibration,
      LabelledTable data,
      long seed,
      TrainingListener listener,
      OutOfFold.Trainer trainer) {
    if (calibration == Calibration.NONE || !(data.target() instanceof ClassTarget target)) {
      return trainer.train(data, listener);
    }
    OptionalInt rare = rare(target);
    if (rare.isPresent()) {
      listener.log(
          "No calibration: it needs at least %d rows of each class, but %s has %d."
              .formatted(
                  FOLDS, target.classes().get(rare.getAsInt()), target.counts()[rare.getAsInt()]));
      return trainer.train(data, listener);
    }
    List<Fold> folds = Folds.stratified(target.codes(), FOLDS, seed);
    List<Fold> used = data.rows() <= FEW ? folds : folds.subList(0, 1);
    double predicted = used.size() / (used.size() + 1.0);
    PartOfTraining part = PartOfTraining.of(listener, 0, predicted, "for the calibration");
    double[][] predictions = OutOfFold.predict(trainer, data, used, part);
    TableModel model = trainer.train(data, PartOfTraining.last(listener, predicted));
    CalibratedModel calibrated = fit(calibration, target, predictions, model, seed);
    listener.log(
        String.format(
            Locale.ROOT,
            "Calibration: expected error %.4f, with it %.4f, on rows that were not learnt from.",
            calibrated.errorBefore(),
            calibrated.errorAfter()));
    return calibrated;
  }

  private static CalibratedModel fit(
      Calibration calibration,
      ClassTarget target,
      double[][] predictions,
      TableModel model,
      long seed) {
    int[] known =
        IntStream.range(0, predictions.length).filter(row -> predictions[row] != null).toArray();
    ClassTarget truth = target.select(known);
    double[][] given =
        IntStream.of(known).mapToObj(row -> predictions[row]).toArray(double[][]::new);
    var fit = new CalibrationFit(calibration, truth, given);
    // The same folds would let one model's error into two of them.
    List<Fold> others = Folds.stratified(truth.codes(), Math.min(FOLDS, known.length), seed + 1);
    return CalibratedModel.of(model, fit.all(), fit.error(), fit.crossFittedError(others));
  }

  /** A class with rows, but too few of them. */
  private static OptionalInt rare(ClassTarget target) {
    int[] counts = target.counts();
    return IntStream.range(0, counts.length)
        .filter(code -> counts[code] > 0 && counts[code] < FOLDS)
        .findFirst();
  }
}
