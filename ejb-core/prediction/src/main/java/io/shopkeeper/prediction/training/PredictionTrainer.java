package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.SplitSpec;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.prediction.model.PredictionModel;
import io.shopkeeper.training.OptionsSearch;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for options where that is wanted, measures on rows that were held out, explains what it
 * found there, and learns from all rows. Plain Java: it runs in the server or in the worker.
 */
public final class PredictionTrainer implements Trainer {

  private static final long SPLIT_SEED = 42;

  @Override
  public Trained train(TrainingTask task, Snapshot snapshot, TrainingListener listener)
      throws IOException {
    listener.progress(0, "reading the snapshot");
    PredictionData data = PredictionData.read(snapshot);
    SplitSpec split = SplitSpec.parse(task.parameters().get(TrainingTask.EVALUATION), SPLIT_SEED);
    List<Fold> folds = split.divide(data.split());
    PredictionLesson<?> lesson = PredictionLesson.of(task.algorithm(), task.options(), task.seed());
    Optional<TuningOrder> search = TuningOrder.of(task.parameters());
    Optional<PredictionLesson.Chosen> chosen =
        search.map(
            order ->
                lesson.choose(
                    order,
                    // What is measured afterwards must be new to the search.
                    data.rows().select(folds.getFirst().train()),
                    new Heard(listener, 0.02, 0.6, "looking for options")));
    PredictionLesson<?> best = chosen.map(PredictionLesson.Chosen::lesson).orElse(lesson);
    double from = chosen.isPresent() ? 0.6 : 0.02;
    var evaluating = new Heard(listener, from, from + (0.9 - from) / 2, "evaluating");
    PredictionLesson.Outcome outcome = best.measure(data.rows(), folds, evaluating);
    Map<String, byte[]> files =
        new LinkedHashMap<>(
            Report.of(
                outcome.first(),
                outcome.held(),
                outcome.predictions(),
                task.seed(),
                new Heard(listener, from + (0.9 - from) / 2, 0.9, "explaining")));
    var whole = new Heard(listener, 0.9, 0.99, "training on all");
    var model =
        new PredictionModel(task.algorithm(), data.target(), best.train(data.rows(), whole));
    return trained(model, best, split, outcome, evaluating, chosen, files);
  }

  private static Trained trained(
      PredictionModel model,
      PredictionLesson<?> lesson,
      SplitSpec split,
      PredictionLesson.Outcome outcome,
      Heard evaluating,
      Optional<PredictionLesson.Chosen> chosen,
      Map<String, byte[]> files) {
    Map<String, List<Double>> curves = new LinkedHashMap<>(evaluating.curves);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("target", model.target());
    chosen.ifPresent(
        searched -> {
          OptionsSearch.Found<?> found = searched.found();
          curves.putAll(found.curves());
          facts.put("trials", Integer.toString(found.trials().size()));
          files.put("trials.csv", found.table());
        });
    return new Trained(
        model.write(),
        lesson.options(),
        Map.of(split.text(), outcome.metrics()),
        Map.of(split.text(), outcome.standardErrors()),
        curves,
        facts,
        files);
  }

  /** Hears a part of a training and keeps its curves. */
  private static final class Heard implements TrainingListener {

    private final TrainingListener whole;
    private final TrainingListener progress;
    private final Map<String, List<Double>> curves = new LinkedHashMap<>();

    Heard(TrainingListener whole, double from, double to, String phase) {
      this.whole = whole;
      this.progress = PartOfTraining.of(whole, from, to, phase);
    }

    @Override
    public void progress(double fraction, String phase) {
      progress.progress(fraction, phase);
    }

    @Override
    public void measured(String curve, int step, double value) {
      curves.computeIfAbsent(curve, added -> new ArrayList<>()).add(value);
      whole.measured(curve, step, value);
    }

    @Override
    public void tried(TriedOptions trial) {
      whole.tried(trial);
    }

    @Override
    public void log(String line) {
      whole.log(line);
    }

    @Override
    public boolean cancelled() {
      return whole.cancelled();
    }
  }
}
