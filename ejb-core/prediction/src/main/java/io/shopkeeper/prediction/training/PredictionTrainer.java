package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.prediction.model.HeldOut;
import io.shopkeeper.prediction.model.PredictionModel;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.OptionsSearch;
import io.shopkeeper.training.TableLesson;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for options where that is wanted, measures on rows that were held out, explains what it
 * found there, and learns from all rows. Plain Java: it runs in the server or in the worker.
 */
public final class PredictionTrainer implements Trainer {

  // Where the parts of a training stand in its progress.
  private static final double BEGIN = 0.02;
  private static final double SEARCHED = 0.6;
  private static final double NESTED = 0.7;
  private static final double EXPLAINING = 0.85;
  private static final double EXPLAINED = 0.88;
  private static final double LEARNING = 0.92;

  @Override
  public Trained train(TrainingTask task, Snapshot snapshot, TrainingListener listener)
      throws IOException {
    listener.progress(0, "reading the snapshot");
    PredictionData data = PredictionData.read(snapshot);
    var evaluation =
        PredictionEvaluation.parse(task.parameters().get(TrainingTask.EVALUATION), data);
    TableLesson<?> lesson = TableLesson.of(task.algorithm(), task.options(), task.seed());
    Optional<TuningOrder> search = TuningOrder.of(task.parameters());
    Measured measured =
        evaluation.kind() == PredictionEvaluation.Kind.NESTED
            ? nested(data, evaluation, lesson, search.orElseThrow(), listener)
            : held(data, evaluation, lesson, search, listener);
    Map<String, byte[]> files = new LinkedHashMap<>(measured.files());
    files.putAll(
        Report.of(
            measured.outcome().first(),
            measured.outcome().held(),
            measured.outcome().predictions(),
            task.seed(),
            new Heard(listener, EXPLAINING, EXPLAINED, "explaining")));
    measured.outcome().all().ifPresent(held -> files.put(HeldOut.FILE, held.write()));
    Optional<Beside> beside =
        new TableContest(
                evaluation.name(),
                measured.best(),
                data.rows(),
                evaluation.folds(data),
                measured.outcome().figures(),
                PartOfTraining.of(listener, EXPLAINED, LEARNING, "the live version"))
            .hold(Opponent.read(snapshot), listener);
    var whole = new Heard(listener, LEARNING, 0.99, "training on all");
    var model =
        new PredictionModel(
            task.algorithm(), data.target(), measured.best().train(data.rows(), whole));
    return trained(model, evaluation.name(), measured, beside, files);
  }

  /**
   * What is known before the model learns from all.
   *
   * @param best the lesson with the options that are to be used
   * @param found how these were looked for; empty where they were not
   * @param files tables beside
   */
  private record Measured(
      TableLesson<?> best,
      HeldPredictions.Outcome outcome,
      Map<String, List<Double>> curves,
      Optional<OptionsSearch.Found<?>> found,
      Map<String, byte[]> files) {}

  /** Measured on rows that are held out; options are looked for in the others alone. */
  private static Measured held(
      PredictionData data,
      PredictionEvaluation evaluation,
      TableLesson<?> lesson,
      Optional<TuningOrder> search,
      TrainingListener listener) {
    List<Fold> folds = evaluation.folds(data);
    Optional<TableLesson.Chosen> chosen =
        search.map(
            order ->
                lesson.choose(
                    order,
                    // What is measured afterwards must be new to the search.
                    data.rows().select(folds.getFirst().train()),
                    new Heard(listener, BEGIN, SEARCHED, "looking for options")));
    TableLesson<?> best = chosen.map(TableLesson.Chosen::lesson).orElse(lesson);
    boolean curve = evaluation.kind() == PredictionEvaluation.Kind.LEARNING_CURVE;
    double from = chosen.isPresent() ? SEARCHED : BEGIN;
    double until = curve ? from + (EXPLAINING - from) / 3 : EXPLAINING;
    var evaluating = new Heard(listener, from, until, "evaluating");
    HeldPredictions.Outcome outcome = HeldPredictions.measure(best, data.rows(), folds, evaluating);
    Map<String, byte[]> files = new LinkedHashMap<>();
    if (curve) {
      files.put(
          CurveTable.FILE,
          CurveTable.of(
              best,
              data.rows(),
              PredictionEvaluation.curveFolds(data, chosen.isPresent(), folds),
              new Heard(listener, until, EXPLAINING, "learning curve")));
    }
    return new Measured(
        best, outcome, evaluating.curves, chosen.map(TableLesson.Chosen::found), files);
  }

  /** Options are looked for in each fold to measure the search, then among all rows. */
  private static Measured nested(
      PredictionData data,
      PredictionEvaluation evaluation,
      TableLesson<?> lesson,
      TuningOrder order,
      TrainingListener listener) {
    NestedSearch nested =
        NestedSearch.run(
            lesson,
            order,
            data.rows(),
            evaluation.folds(data),
            new Heard(listener, BEGIN, NESTED, "nested cross-validation"));
    TableLesson.Chosen chosen =
        lesson.choose(
            order, data.rows(), new Heard(listener, NESTED, EXPLAINING, "looking for options"));
    return new Measured(
        chosen.lesson(),
        nested.outcome(),
        Map.of(),
        Optional.of(chosen.found()),
        Map.of(NestedSearch.FILE, nested.table()));
  }

  private static Trained trained(
      PredictionModel model,
      String evaluation,
      Measured measured,
      Optional<Beside> beside,
      Map<String, byte[]> files) {
    Map<String, List<Double>> curves = new LinkedHashMap<>(measured.curves());
    Map<String, String> facts = new LinkedHashMap<>(beside.map(Beside::facts).orElse(Map.of()));
    facts.put("target", model.target());
    List<String> classes = model.model().classes();
    if (classes.size() == 2) {
      facts.put("positive", classes.getLast());
    }
    measured
        .outcome()
        .floor()
        .ifPresent(
            floor ->
                facts.put(
                    "eceIfPerfect",
                    String.format(
                        Locale.ROOT,
                        "%.4f (%.4f to %.4f)",
                        floor.mean(),
                        floor.range().low(),
                        floor.range().high())));
    measured
        .found()
        .ifPresent(
            found -> {
              curves.putAll(found.curves());
              facts.put("trials", Integer.toString(found.trials().size()));
              files.put("trials.csv", found.table());
            });
    return new Trained(
        model.write(),
        measured.best().settings(),
        Map.of(evaluation, measured.outcome().metrics()),
        Map.of(evaluation, measured.outcome().standardErrors()),
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
