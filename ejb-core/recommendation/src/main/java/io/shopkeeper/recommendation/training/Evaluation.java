package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.SplitRows;
import io.shopkeeper.ml.split.SplitSpec;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.training.TrainingTask;
import java.util.ArrayList;
import java.util.List;

/**
 * How a model is measured: on the newest part of the interactions, or by cross-validation. Plain
 * Java: it runs in the worker, too.
 *
 * @param split {@code time:F} with F from 0.05 to 0.5, or {@code kfold:K} with K from 2 to 10
 */
record Evaluation(SplitSpec split) {

  /** What is usual. */
  static final String USUAL = "time:0.2";

  private static final long SEED = 42;

  /**
   * Reads it.
   *
   * @param text null for what is usual
   * @throws WrongOptionException of the option {@code evaluation}
   */
  static Evaluation of(String text) {
    SplitSpec split;
    try {
      split = SplitSpec.parse(text == null ? USUAL : text, SEED);
    } catch (WrongOptionException unknown) {
      throw wrong(text);
    }
    boolean allowed =
        switch (split.kind()) {
          case TIME -> split.part() >= 0.05 && split.part() <= 0.5;
          case KFOLD -> split.part() <= 10;
          default -> false;
        };
    if (!allowed) {
      throw wrong(text);
    }
    return new Evaluation(split);
  }

  private static WrongOptionException wrong(String text) {
    return new WrongOptionException(
        TrainingTask.EVALUATION,
        "must be time:0.05 to time:0.5 or kfold:2 to kfold:10, but is " + text);
  }

  /** Whether it is the newest part that is held out. */
  boolean byTime() {
    return split.kind() == SplitSpec.Kind.TIME;
  }

  /** As it stands with the metrics. */
  String name() {
    return byTime() ? split.text() : "kfold:%d@%d".formatted((int) split.part(), split.seed());
  }

  /** The folds of interactions. */
  List<Fold> folds(Interactions interactions) {
    return split.divide(
        SplitRows.of(interactions.size()).withTimes(interactions.log().time().clone()));
  }

  /**
   * Trains once for each fold and measures on what it holds out.
   *
   * @param curve under which the mean quality so far is told
   */
  Outcome measure(Lesson<?> lesson, Interactions interactions, Part part, String curve) {
    List<Fold> folds = folds(interactions);
    List<Outcome> outcomes = new ArrayList<>();
    for (int place = 0; place < folds.size(); place++) {
      part.stopIfCancelled();
      Fold fold = folds.get(place);
      var heldOut = new HeldOut(interactions, fold);
      String name = folds.size() == 1 ? curve : "%s fold %d".formatted(curve, place + 1);
      TrainingListener listener = folds.size() == 1 ? part : part.fold(place, folds.size());
      outcomes.add(
          heldOut.measure(
              HeldOut.Ranker.of(lesson.train(interactions.select(fold.train()), listener)),
              part,
              (users, ndcg) -> part.found(name, users, ndcg)));
    }
    return Outcome.ofFolds(outcomes);
  }
}
