package io.shopkeeper.ml.calibration;

import io.shopkeeper.ml.evaluation.ReliabilityCurve;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.ClassTarget;
import java.util.List;
import java.util.stream.IntStream;

/** Curves of each class from predictions for rows, and how well they fit. */
final class CalibrationFit {

  private static final int BINS = 10;

  private final Calibration method;
  private final ClassTarget target;
  private final double[][] predictions;

  CalibrationFit(Calibration method, ClassTarget target, double[][] predictions) {
    this.method = method;
    this.target = target;
    this.predictions = predictions;
  }

  /** From all rows. */
  List<Calibrator> all() {
    return of(IntStream.range(0, predictions.length).toArray());
  }

  private List<Calibrator> of(int[] rows) {
    return IntStream.of(corrected())
        .mapToObj(code -> method.fit(probabilities(predictions, rows, code), positive(rows, code)))
        .toList();
  }

  /** The classes that have a curve of their own. */
  private int[] corrected() {
    int classes = target.classes().size();
    return classes == 2 ? new int[] {1} : IntStream.range(0, classes).toArray();
  }

  /** Of the predictions as they are. */
  double error() {
    return error(predictions);
  }

  /** Of predictions that are corrected by curves of other rows. */
  double crossFittedError(List<Fold> folds) {
    double[][] better = new double[predictions.length][];
    for (Fold fold : folds) {
      List<Calibrator> calibrators = of(fold.train());
      for (int row : fold.test()) {
        better[row] = predictions[row].clone();
        CalibratedModel.correct(calibrators, better[row]);
      }
    }
    return error(better);
  }

  private double error(double[][] given) {
    int[] rows = IntStream.range(0, given.length).toArray();
    return IntStream.of(corrected())
        .mapToDouble(
            code ->
                ReliabilityCurve.ofEqualWidth(
                        probabilities(given, rows, code), positive(rows, code), BINS)
                    .expectedError())
        .average()
        .orElse(Double.NaN);
  }

  private static double[] probabilities(double[][] given, int[] rows, int code) {
    return IntStream.of(rows)
        .mapToDouble(row -> Math.max(0, Math.min(1, given[row][code])))
        .toArray();
  }

  private boolean[] positive(int[] rows, int code) {
    boolean[] positive = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      positive[i] = target.codes()[rows[i]] == code;
    }
    return positive;
  }
}
