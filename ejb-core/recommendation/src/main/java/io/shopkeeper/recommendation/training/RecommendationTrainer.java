package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Evaluates an algorithm on the last fifth of the interactions, with popularity beside it, and then
 * learns from all of them. Plain Java: it runs in the server or in the worker.
 */
public final class RecommendationTrainer implements Trainer {

  /** Of the curve that grows while users are looked at. */
  private static final String QUALITY = "ndcg_at_10";

  private static final String EVALUATION = " (evaluation)";

  @Override
  public Trained train(TrainingTask task, Snapshot data, TrainingListener listener)
      throws IOException {
    Lesson<?> lesson = Lesson.of(task.algorithm(), task.options(), task.seed());
    listener.progress(0, "reading the snapshot");
    Interactions interactions = Interactions.read(data);
    var evaluation = new TimeSplitEvaluation(interactions);
    var measured =
        new Measured(
            evaluation.measure(
                lesson, new Part(listener, 0.02, 0.48, "evaluating", EVALUATION), QUALITY),
            evaluation.measure(
                Lesson.popularity(),
                new Part(listener, 0.48, 0.5, "evaluating", EVALUATION),
                QUALITY + " popularity"));
    tell(measured, listener);
    var whole = new Part(listener, 0.5, 0.98, "training on all", "");
    byte[] artefact = lesson.train(interactions, whole).write();
    Map<String, List<Double>> curves = new LinkedHashMap<>(whole.curves());
    curves.putAll(measured.curves());
    return new Trained(
        artefact,
        measured.metrics(),
        measured.standardErrors(),
        curves,
        Map.of(),
        Map.of("evaluation.csv", measured.table()));
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
