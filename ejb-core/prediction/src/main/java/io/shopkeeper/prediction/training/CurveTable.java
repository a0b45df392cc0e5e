package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.evaluation.LearningCurve;
import io.shopkeeper.ml.evaluation.TableEvaluator;
import io.shopkeeper.ml.evaluation.TableMetrics;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.CsvTable;
import io.shopkeeper.training.TableLesson;
import java.util.List;

/** A learning curve as a table: sizes that rise by one factor, up to all training rows. */
final class CurveTable {

  /** The file that keeps the table. */
  static final String FILE = "learning.csv";

  private static final int SIZES = 5;

  private CurveTable() {}

  /** Trains for every size and fold. */
  static <O extends Record> byte[] of(
      TableLesson<O> lesson, LabelledTable rows, List<Fold> folds, TrainingListener listener) {
    var evaluator = new TableEvaluator(rows, TableMetrics.suiting(rows.target()).getFirst());
    double[] shares = LearningCurve.shares(evaluator.leastShare(folds.getFirst().train()), SIZES);
    LearningCurve curve =
        LearningCurve.of(
            lesson.algorithm(),
            lesson.options(),
            evaluator,
            folds,
            shares,
            lesson.seed(),
            listener);
    String metric = evaluator.metric();
    var table = new CsvTable().row("rows", "train_" + metric, metric, "train_error", "error");
    for (LearningCurve.Point point : curve.points()) {
      table.row(
          point.rows(),
          point.train().mean(),
          point.test().mean(),
          point.train().standardError(),
          point.test().standardError());
    }
    return table.bytes();
  }
}
