package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for options where that is wanted, evaluates the algorithm on interactions that it did not
 * see, with popularity and the version that serves beside it, and then learns from all of them.
 * Plain Java: it runs in the server or in the worker.
 */
public final class RecommendationTrainer implements Trainer {

  /** Of the curve that grows while users are looked at. */
  private static final String QUALITY = "ndcg_at_10";

  private static final String EVALUATION = " (evaluation)";
  private static final String LIVE = " (live version)";

  @Override
  public Trained train(TrainingTask task, Snapshot data, TrainingListener listener)
      throws IOException {
    Lesson<?> given = Lesson.of(task.algorithm(), task.options(), task.seed());
    var evaluation = Evaluation.of(task.parameters().get(TrainingTask.EVALUATION));
    Optional<TuningOrder> search = TuningOrder.of(task.parameters());
    listener.progress(0, "reading the snapshot");
    Interactions interactions = Interactions.read(data);
    double searched = search.isPresent() ? 0.6 : 0.02;
    Lesson.Chosen chosen =
        search
            .map(
                order ->
                    given.choose(
                        order,
                        unseen(evaluation, interactions),
                        new Part(listener, 0.02, searched, "looking for options", "")))
            .orElseGet(() -> new Lesson.Chosen(given, Optional.empty()));
    double measuredAt = searched + (1 - searched) / 2;
    double contest = (measuredAt - searched) / 3;
    Measured measured =
        measure(
            evaluation, chosen.lesson(), interactions, listener, searched, measuredAt - contest);
    tell(measured, listener);
    var part = new Part(listener, measuredAt - contest, measuredAt, "the live version", LIVE);
    Optional<Beside> beside =
        new RecommendationContest(
                evaluation,
                chosen.lesson(),
                interactions,
                measured.outcome(),
                measured.popularity(),
                part)
            .hold(Opponent.read(data), part);
    var whole = new Part(listener, measuredAt, 0.98, "training on all", "");
    byte[] artefact =
        chosen
            .lesson()
            .train(interactions, whole)
            .withSessions(SessionLesson.learn(interactions, whole))
            .write();
    return trained(artefact, chosen, measured, beside, whole, search);
  }

  /** What the evaluation learns from: a search may look at nothing else. */
  private static Interactions unseen(Evaluation evaluation, Interactions interactions) {
    return interactions.select(evaluation.folds(interactions).getFirst().train());
  }

  private static Measured measure(
      Evaluation evaluation,
      Lesson<?> lesson,
      Interactions interactions,
      TrainingListener listener,
      double from,
      double to) {
    double beside = to - (to - from) / 20;
    return new Measured(
        evaluation.name(),
        evaluation.measure(
            lesson,
            interactions,
            new Part(listener, from, beside, "evaluating", EVALUATION),
            QUALITY),
        evaluation.measure(
            Lesson.popularity(),
            interactions,
            new Part(listener, beside, to, "evaluating", EVALUATION),
            QUALITY + " popularity"));
  }

  private static Trained trained(
      byte[] artefact,
      Lesson.Chosen chosen,
      Measured measured,
      Optional<Beside> beside,
      Part whole,
      Optional<TuningOrder> search) {
    Map<String, List<Double>> curves = new LinkedHashMap<>(whole.curves());
    curves.putAll(measured.curves());
    Map<String, String> facts = new LinkedHashMap<>(beside.map(Beside::facts).orElse(Map.of()));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("evaluation.csv", measured.table());
    chosen
        .found()
        .ifPresent(
            found -> {
              curves.putAll(found.curves());
              facts.put("search", search.map(TuningOrder::strategy).orElse(""));
              facts.put("trials", Integer.toString(found.trials().size()));
              files.put("trials.csv", found.table());
            });
    return new Trained(
        artefact,
        chosen.lesson().options(),
        measured.metrics(),
        measured.standardErrors(),
        curves,
        facts,
        files);
  }

  private static void tell(Measured measured, TrainingListener listener) {
    for (String metric : List.of("ndcg_at_10", "recall_at_10", "coverage")) {
      listener.log(
          String.format(
              Locale.ROOT,
              "%s %.4f (popularity %.4f)",
              metric,
              measured.outcome().metrics().get(metric),
              measured.popularity().metrics().get(metric)));
    }
  }
}
