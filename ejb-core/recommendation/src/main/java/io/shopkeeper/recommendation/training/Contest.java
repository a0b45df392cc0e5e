package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.training.Beside;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Measures the version that serves on what the candidate was measured on, user by user: itself
 * where all that is held out is newer than what it has seen, else its settings. Where nothing
 * serves, popularity takes its place.
 *
 * @param lesson the candidate's
 * @param outcome what its evaluation gave
 * @param popularity what that of popularity gave
 */
record Contest(Evaluation evaluation, Lesson<?> lesson, Outcome outcome, Outcome popularity) {

  private static final long SEED = 42;

  /**
   * How the candidate did.
   *
   * @param opponent the version that serves; empty if none does
   * @param part hears of the opponent's training
   * @return empty if the version that serves can be neither read nor trained here
   */
  Optional<Beside> hold(Optional<Opponent> opponent, Interactions interactions, Part part) {
    if (opponent.isEmpty()) {
      return Optional.of(beside(Beside.Opponent.POPULARITY, 0, popularity));
    }
    Opponent live = opponent.get();
    return itself(live, interactions, part)
        .map(its -> beside(Beside.Opponent.LIVE_MODEL, live.version(), its))
        .or(
            () ->
                settings(live, interactions, part)
                    .map(its -> beside(Beside.Opponent.LIVE_SETTINGS, live.version(), its)));
  }

  private Optional<Outcome> itself(Opponent live, Interactions interactions, Part part) {
    if (!evaluation.byTime() || live.until().isEmpty() || live.artefact().length == 0) {
      return Optional.empty();
    }
    Fold fold = evaluation.folds(interactions).getFirst();
    long first =
        IntStream.of(fold.test())
            .mapToLong(row -> interactions.log().time()[row])
            .min()
            .orElse(Long.MIN_VALUE);
    if (first <= live.until().get().toEpochMilli()) {
      return Optional.empty();
    }
    try {
      RecommendationModel model = RecommendationModel.read(live.artefact());
      return Optional.of(
          new HeldOut(interactions, fold)
              .measure(
                  new LiveRanker(model, interactions.productIds()), part, (users, ndcg) -> {}));
    } catch (IOException damaged) {
      part.log("the live version cannot be read here: " + damaged.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Outcome> settings(Opponent live, Interactions interactions, Part part) {
    if (live.trainsAs(lesson)) {
      return Optional.of(outcome);
    }
    try {
      Lesson<?> its = Lesson.of(live.algorithm(), live.options(), live.seed());
      return Optional.of(evaluation.measure(its, interactions, part, "ndcg_at_10 live"));
    } catch (IllegalArgumentException unknown) {
      part.log("the live version's settings are not known here: " + unknown.getMessage());
      return Optional.empty();
    }
  }

  private Beside beside(Beside.Opponent opponent, int version, Outcome other) {
    Map<String, PairedFigure> figures = new LinkedHashMap<>();
    for (int metric = 0; metric < UserMeans.metricNames().size(); metric++) {
      figures.put(
          UserMeans.metricNames().get(metric),
          PairedFigure.of(outcome.users(metric), other.users(metric), SEED));
    }
    return new Beside(opponent, version, evaluation.name(), figures);
  }
}
