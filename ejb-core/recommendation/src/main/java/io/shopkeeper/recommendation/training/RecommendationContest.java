package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Contest;
import io.shopkeeper.training.Opponent;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a candidate does beside the version that serves, user by user. Where nothing serves,
 * popularity takes its place.
 *
 * @param lesson the candidate's
 * @param candidate what its evaluation gave
 * @param popularity what that of popularity gave
 * @param part hears of the opponent's training
 */
record RecommendationContest(
    Evaluation evaluation,
    Lesson<?> lesson,
    Interactions interactions,
    Outcome candidate,
    Outcome popularity,
    Part part)
    implements Contest<Outcome> {

  private static final long SEED = 42;

  @Override
  public String split() {
    return evaluation.name();
  }

  @Override
  public Optional<Instant> heldFrom() {
    return evaluation.byTime()
        ? IntStream.of(newest().test())
            .mapToLong(row -> interactions.log().time()[row])
            .boxed()
            .min(Long::compare)
            .map(Instant::ofEpochMilli)
        : Optional.empty();
  }

  private Fold newest() {
    return evaluation.folds(interactions).getFirst();
  }

  @Override
  public boolean isCandidate(Opponent live) {
    return lesson.is(live);
  }

  @Override
  public Optional<Simple<Outcome>> simple() {
    return Optional.of(new Simple<>(Beside.Opponent.POPULARITY, popularity));
  }

  @Override
  public Optional<Outcome> itself(byte[] artefact) throws IOException {
    RecommendationModel model = RecommendationModel.read(artefact);
    return Optional.of(
        new HeldOut(interactions, newest())
            .measure(new LiveRanker(model, interactions.productIds()), part, (users, ndcg) -> {}));
  }

  @Override
  public Outcome settings(Opponent live) {
    Lesson<?> its = Lesson.of(live.algorithm(), live.options(), live.seed());
    return evaluation.measure(its, interactions, part, "ndcg_at_10 live");
  }

  @Override
  public Map<String, PairedFigure> compare(Outcome ours, Outcome theirs) {
    Map<String, PairedFigure> figures = new LinkedHashMap<>();
    for (int metric = 0; metric < UserMeans.metricNames().size(); metric++) {
      figures.put(
          UserMeans.metricNames().get(metric),
          PairedFigure.of(ours.users(metric), theirs.users(metric), SEED));
    }
    return figures;
  }
}
