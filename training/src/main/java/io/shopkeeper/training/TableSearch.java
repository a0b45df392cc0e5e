package io.shopkeeper.training;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.evaluation.TableEvaluator;
import io.shopkeeper.ml.evaluation.TableMetrics;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Folds;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tuning.Objective;
import io.shopkeeper.ml.tuning.Resource;
import java.util.List;

/**
 * Looks for the options of an algorithm of tables: by cross-validation in three folds, by the first
 * metric that suits the target. The same for command line, server and worker.
 */
public final class TableSearch {

  private static final int FOLDS = 3;

  private TableSearch() {}

  /**
   * Looks, as {@link OptionsSearch#run} does.
   *
   * @param base the options to begin with
   * @param rows all that the search may see
   * @param seed of the folds, the search and each training
   */
  public static <O extends Record> OptionsSearch.Found<O> run(
      TuningOrder order,
      TableAlgorithm<O> algorithm,
      O base,
      LabelledTable rows,
      long seed,
      TrainingListener listener) {
    List<Fold> folds =
        rows.target() instanceof ClassTarget classes
            ? Folds.stratified(classes.codes(), FOLDS, seed)
            : Folds.random(rows.rows(), FOLDS, seed);
    var evaluator = new TableEvaluator(rows, TableMetrics.suiting(rows.target()).getFirst());
    return OptionsSearch.run(
        order,
        OptionsForm.of(algorithm),
        base,
        Objective.crossValidated(algorithm, evaluator, folds, Resource.rows(), seed),
        seed,
        listener);
  }
}
