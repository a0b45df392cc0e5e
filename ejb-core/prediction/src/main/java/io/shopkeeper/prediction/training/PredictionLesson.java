package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.OptionsSearch;
import io.shopkeeper.training.TableSearch;
import io.shopkeeper.training.TuningOrder;
import java.util.List;
import java.util.Map;

/**
 * An algorithm of tables with its options. Plain Java: it runs in the worker, too.
 *
 * @param <O> the options
 */
final class PredictionLesson<O extends Record> {

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
    OptionsSearch.Found<O> found = search(order, rows, listener);
    return new Chosen(new PredictionLesson<>(algorithm, found.options(), seed), found);
  }

  private OptionsSearch.Found<O> search(
      TuningOrder order, LabelledTable rows, TrainingListener listener) {
    return TableSearch.run(order, algorithm, options, rows, seed, listener);
  }

  /** Its options. */
  Map<String, String> options() {
    return OptionsForm.of(algorithm).format(options);
  }

  /** Learns. */
  TableModel train(LabelledTable rows, TrainingListener listener) {
    return algorithm.train(rows, options, seed, listener);
  }

  /** Trains once for each fold and measures all that was held out together. */
  HeldPredictions.Outcome measure(LabelledTable rows, List<Fold> folds, TrainingListener listener) {
    var held = new HeldPredictions(rows);
    for (int place = 0; place < folds.size(); place++) {
      Fold fold = folds.get(place);
      TrainingListener part =
          folds.size() == 1 ? listener : PartOfTraining.of(listener, place, folds.size(), "fold");
      held.add(train(rows.select(fold.train()), part), fold);
    }
    return held.measure(seed);
  }

  /** Looks for options in each fold anew and measures what they reach on what it holds out. */
  NestedSearch nested(
      TuningOrder order, LabelledTable rows, List<Fold> folds, TrainingListener listener) {
    return NestedSearch.run(
        algorithm,
        rows,
        folds,
        (part, hearing) -> search(order, rows.select(part), hearing),
        seed,
        listener);
  }

  /** Trains on parts of growing size; a table for people. */
  byte[] learningCurve(LabelledTable rows, List<Fold> folds, TrainingListener listener) {
    return CurveTable.of(algorithm, options, rows, folds, seed, listener);
  }
}
