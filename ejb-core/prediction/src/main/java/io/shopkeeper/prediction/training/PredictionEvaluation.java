package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Folds;
import io.shopkeeper.ml.split.SplitSpec;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import java.util.List;

/**
 * How a model of a data set is measured. Beside every split there is {@code nested:5}, by which the
 * search for options is measured, too, and {@code learning-curve:0.2}, which trains on parts of
 * growing size beside measuring on what is held out.
 *
 * @param kind what is done
 * @param split by which rows are held out
 * @param name under which the figures are filed
 */
record PredictionEvaluation(Kind kind, SplitSpec split, String name) {

  /** The search for options in each of five outer folds. */
  static final String NESTED = "nested:5";

  /** Parts of growing size of what is not held out. */
  static final String LEARNING_CURVE = "learning-curve:0.2";

  private static final long SPLIT_SEED = 42;

  /** So many folds make a learning curve smoother where they cost little. */
  private static final int CURVE_FOLDS = 5;

  private static final int MOST_CURVE_ROWS = 20_000;

  /** What is done. */
  enum Kind {
    SPLIT,
    NESTED,
    LEARNING_CURVE
  }

  /**
   * Reads what a task says.
   *
   * @throws IllegalArgumentException if it says nothing that is known
   */
  static PredictionEvaluation parse(String text, PredictionData data) {
    boolean classes = data.rows().target() instanceof ClassTarget;
    return switch (text) {
      case NESTED ->
          new PredictionEvaluation(
              Kind.NESTED, split(classes ? "stratified-kfold:5" : "kfold:5"), NESTED);
      case LEARNING_CURVE -> {
        SplitSpec held =
            split(
                data.times().isPresent() ? "time:0.2" : classes ? "stratified:0.2" : "random:0.2");
        yield new PredictionEvaluation(Kind.LEARNING_CURVE, held, held.text());
      }
      default -> new PredictionEvaluation(Kind.SPLIT, split(text), split(text).text());
    };
  }

  private static SplitSpec split(String text) {
    return SplitSpec.parse(text, SPLIT_SEED);
  }

  /** What is learnt from and held out. */
  List<Fold> folds(PredictionData data) {
    return split.divide(data.split());
  }

  /**
   * The folds of a learning curve: several where rows are few and nothing forbids it, else those
   * that the model is measured on.
   *
   * @param searched whether options were looked for, with the training rows of {@code held}
   * @param held what the model is measured on
   */
  static List<Fold> curveFolds(PredictionData data, boolean searched, List<Fold> held) {
    LabelledTable rows = data.rows();
    if (searched || data.times().isPresent() || rows.rows() > MOST_CURVE_ROWS) {
      return held;
    }
    return rows.target() instanceof ClassTarget classes
        ? Folds.stratified(classes.codes(), CURVE_FOLDS, SPLIT_SEED)
        : Folds.random(rows.rows(), CURVE_FOLDS, SPLIT_SEED);
  }
}
