package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** Trains once for each fold and measures on what it holds out. */
public final class CrossValidation {

  private CrossValidation() {}

  /**
   * Measures options.
   *
   * @param folds of the evaluator's rows
   * @param seed of each training
   * @param listener hears {@code METRIC validation} after each fold, and can stop it
   */
  public static <D, O extends Record, M extends TrainedModel> FoldScores run(
      Algorithm<D, O, ? extends M> algorithm,
      O options,
      Evaluator<D, M> evaluator,
      List<Fold> folds,
      long seed,
      TrainingListener listener) {
    List<Double> scores = new ArrayList<>();
    for (int place = 0; place < folds.size(); place++) {
      listener.stopIfCancelled();
      Fold fold = folds.get(place);
      M model =
          algorithm.train(
              evaluator.training(fold.train()),
              options,
              seed,
              PartOfTraining.of(listener, place, folds.size(), "fold"));
      scores.add(evaluator.measure(model, fold));
      listener.measured(evaluator.metric() + " validation", place + 1, scores.getLast());
    }
    return new FoldScores(scores);
  }
}
