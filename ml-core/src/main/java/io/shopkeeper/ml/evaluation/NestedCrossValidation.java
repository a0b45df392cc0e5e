package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/**
 * What tuning and training together reach: in each outer fold options are chosen on its training
 * rows alone and measured on what it holds out (S. Varma, R. Simon, "Bias in Error Estimation When
 * Using Cross-Validation for Model Selection", BMC Bioinformatics 7, 2006). The best figure of a
 * search is too good, since it is the best of many; this one is not.
 *
 * @param scores of the outer folds
 * @param chosen the options of each outer fold; where they differ much, the search is unstable
 * @param <O> the options
 */
public record NestedCrossValidation<O extends Record>(FoldScores scores, List<O> chosen) {

  public NestedCrossValidation {
    chosen = List.copyOf(chosen);
  }

  /**
   * Runs it.
   *
   * @param folds outer ones
   * @param chooser chooses by rows of the training part of an outer fold
   */
  public static <D, O extends Record, M extends TrainedModel> NestedCrossValidation<O> run(
      Algorithm<D, O, ? extends M> algorithm,
      Evaluator<D, M> evaluator,
      List<Fold> folds,
      OptionsChooser<O> chooser,
      long seed,
      TrainingListener listener) {
    List<Double> scores = new ArrayList<>();
    List<O> chosen = new ArrayList<>();
    for (int place = 0; place < folds.size(); place++) {
      listener.stopIfCancelled();
      Fold fold = folds.get(place);
      TrainingListener part = PartOfTraining.of(listener, place, folds.size(), "outer fold");
      O options = chooser.choose(fold.train(), seed, part);
      M model = algorithm.train(evaluator.training(fold.train()), options, seed, part);
      scores.add(evaluator.measure(model, fold));
      chosen.add(options);
      listener.measured(evaluator.metric() + " validation", place + 1, scores.getLast());
    }
    return new NestedCrossValidation<>(new FoldScores(scores), chosen);
  }
}
