package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Figures;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.evaluation.TableEvaluator;
import io.shopkeeper.ml.evaluation.TableMetrics;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Folds;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tuning.Objective;
import io.shopkeeper.ml.tuning.Resource;
import io.shopkeeper.training.OptionsSearch;
import io.shopkeeper.training.TuningOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An algorithm of tables with its options. Plain Java: it runs in the worker, too.
 *
 * @param <O> the options
 */
final class PredictionLesson<O extends Record> {

  private static final int INNER_FOLDS = 3;
  private static final int DRAWS = 200;
  private static final double LEVEL = 0.95;
  private static final double Z95 = 1.959963984540054;

  private final TableAlgorithm<O> algorithm;
  private final O options;
  private final long seed;

  private PredictionLesson(TableAlgorithm<O> algorithm, O options, long seed) {
    this.algorithm = algorithm;
    this.options = options;
    this.seed = seed;
  }

  /**
   * Of an algorithm by its name.
   *
   * @throws IllegalArgumentException if there is none, or an option is not allowed
   */
  static PredictionLesson<?> of(String algorithm, Map<String, String> options, long seed) {
    return of(
        TableAlgorithms.find(algorithm)
            .orElseThrow(() -> new IllegalArgumentException("there is no algorithm " + algorithm)),
        options,
        seed);
  }

  private static <O extends Record> PredictionLesson<O> of(
      TableAlgorithm<O> algorithm, Map<String, String> options, long seed) {
    return new PredictionLesson<>(algorithm, OptionsForm.of(algorithm).parse(options), seed);
  }

  /** A lesson whose options were looked for. */
  record Chosen(PredictionLesson<?> lesson, OptionsSearch.Found<?> found) {}

  /** With the options that do best in cross-validation, in three folds, of those rows. */
  Chosen choose(TuningOrder order, LabelledTable rows, TrainingListener listener) {
    List<Fold> folds =
        rows.target() instanceof ClassTarget classes
            ? Folds.stratified(classes.codes(), INNER_FOLDS, seed)
            : Folds.random(rows.rows(), INNER_FOLDS, seed);
    var evaluator = new TableEvaluator(rows, TableMetrics.suiting(rows.target()).getFirst());
    OptionsSearch.Found<O> found =
        OptionsSearch.run(
            order,
            OptionsForm.of(algorithm),
            options,
            Objective.crossValidated(algorithm, evaluator, folds, Resource.rows(), seed),
            seed,
            listener);
    return new Chosen(new PredictionLesson<>(algorithm, found.options(), seed), found);
  }

  /** Its options. */
  Map<String, String> options() {
    return OptionsForm.of(algorithm).format(options);
  }

  /** Learns. */
  TableModel train(LabelledTable rows, TrainingListener listener) {
    return algorithm.train(rows, options, seed, listener);
  }

  /**
   * What was measured on rows that were held out.
   *
   * @param first the model of the first fold
   * @param held what that fold holds out
   * @param predictions of that model for these
   */
  record Outcome(
      Map<String, Double> metrics,
      Map<String, Double> standardErrors,
      TableModel first,
      LabelledTable held,
      double[][] predictions) {}

  /** Trains once for each fold and measures all that was held out together. */
  Outcome measure(LabelledTable rows, List<Fold> folds, TrainingListener listener) {
    TableModel first = null;
    double[][] firstPredictions = {};
    double[][] all = new double[rows.rows()][];
    for (int place = 0; place < folds.size(); place++) {
      Fold fold = folds.get(place);
      TrainingListener part =
          folds.size() == 1 ? listener : PartOfTraining.of(listener, place, folds.size(), "fold");
      TableModel model = train(rows.select(fold.train()), part);
      double[][] predictions = model.predict(rows.select(fold.test()).features());
      for (int row = 0; row < predictions.length; row++) {
        all[fold.test()[row]] = predictions[row];
      }
      if (first == null) {
        first = model;
        firstPredictions = predictions;
      }
    }
    int[] held = held(all);
    double[][] predictions = new double[held.length][];
    for (int place = 0; place < held.length; place++) {
      predictions[place] = all[held[place]];
    }
    var figures = Figures.of(rows.target().select(held), predictions);
    Map<String, Double> metrics = new LinkedHashMap<>();
    Map<String, Double> errors = new LinkedHashMap<>();
    Map<String, Interval> intervals = figures.intervals(new Bootstrap(DRAWS, LEVEL, seed));
    figures
        .all()
        .forEach(
            (name, value) -> {
              if (Double.isFinite(value)) {
                metrics.put(name, value);
                double error = (intervals.get(name).high() - intervals.get(name).low()) / 2 / Z95;
                if (Double.isFinite(error)) {
                  errors.put(name, error);
                }
              }
            });
    metrics.put("rows", (double) held.length);
    return new Outcome(
        metrics, errors, first, rows.select(folds.getFirst().test()), firstPredictions);
  }

  private static int[] held(double[][] predictions) {
    return IntStream.range(0, predictions.length).filter(row -> predictions[row] != null).toArray();
  }
}
