package io.shopkeeper.ml.calibration;

import io.shopkeeper.ml.evaluation.OutOfFold;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Folds;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Another algorithm whose probabilities are calibrated. The curves are fitted to predictions by
 * folds, so to rows that the predicting model did not learn from; then the model learns from all
 * rows. Costs as many trainings as there are folds, and one.
 *
 * @param <O> the other algorithm's options
 */
public final class Calibrated<O extends Record> implements TableAlgorithm<O> {

  private final TableAlgorithm<O> algorithm;
  private final CalibrationOptions calibration;

  /**
   * @param algorithm that gives probabilities
   * @param calibration how to calibrate
   */
  public Calibrated(TableAlgorithm<O> algorithm, CalibrationOptions calibration) {
    this.algorithm = algorithm;
    this.calibration = calibration;
  }

  @Override
  public String name() {
    return CalibratedModel.NAME + "-" + algorithm.name();
  }

  @Override
  public Map<String, O> presets() {
    return algorithm.presets();
  }

  @Override
  public Set<Task> tasks() {
    Set<Task> tasks = EnumSet.noneOf(Task.class);
    tasks.addAll(algorithm.tasks());
    tasks.remove(Task.REGRESSION);
    return tasks;
  }

  @Override
  public CalibratedModel train(
      LabelledTable data, O options, long seed, TrainingListener listener) {
    ClassTarget target = checked(data);
    int folds = calibration.folds();
    double predicted = folds / (folds + 1.0);
    double[][] predictions =
        OutOfFold.predict(
            algorithm,
            options,
            data,
            Folds.stratified(target.codes(), folds, seed),
            seed,
            PartOfTraining.of(listener, 0, predicted, "for the calibration"));
    var fit = new CalibrationFit(calibration.method(), target, predictions);
    TableModel model =
        algorithm.train(data, options, seed, PartOfTraining.last(listener, predicted));
    List<Calibrator> calibrators = fit.all();
    // The same folds would let one model's error into two of them.
    List<Fold> others = Folds.stratified(target.codes(), folds, seed + 1);
    return new CalibratedModel(model, calibrators, fit.error(), fit.crossFittedError(others));
  }

  private ClassTarget checked(LabelledTable data) {
    if (!(data.target() instanceof ClassTarget target)) {
      throw new IllegalArgumentException(
          "only probabilities of classes can be calibrated, but the target is a number");
    }
    int classes = target.classes().size();
    if (classes < 2) {
      throw new IllegalArgumentException(
          "calibration needs at least two classes, but there are " + classes);
    }
    int[] counts = target.counts();
    for (int code = 0; code < classes; code++) {
      if (counts[code] < calibration.folds()) {
        throw new IllegalArgumentException(
            "calibration by %d folds needs at least %d rows of the class %s, but there are %d: take fewer folds or leave the class out"
                .formatted(
                    calibration.folds(),
                    calibration.folds(),
                    target.classes().get(code),
                    counts[code]));
      }
    }
    return target;
  }

  @Override
  public CalibratedModel read(DataInput in) throws IOException {
    return CalibratedModel.read(in, algorithm);
  }
}
