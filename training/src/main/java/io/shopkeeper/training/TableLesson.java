package io.shopkeeper.training;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Map;

/**
 * An algorithm of tables with its options. Plain Java: it runs in the worker, too.
 *
 * @param <O> the options
 */
public record TableLesson<O extends Record>(TableAlgorithm<O> algorithm, O options, long seed) {

  /**
   * Of an algorithm by its name.
   *
   * @throws IllegalArgumentException if there is none, or an option is not allowed
   */
  public static TableLesson<?> of(String algorithm, Map<String, String> options, long seed) {
    return of(
        TableAlgorithms.find(algorithm)
            .orElseThrow(() -> new IllegalArgumentException("there is no algorithm " + algorithm)),
        options,
        seed);
  }

  private static <O extends Record> TableLesson<O> of(
      TableAlgorithm<O> algorithm, Map<String, String> options, long seed) {
    return new TableLesson<>(algorithm, OptionsForm.of(algorithm).parse(options), seed);
  }

  /** A lesson whose options were looked for. */
  public record Chosen(TableLesson<?> lesson, OptionsSearch.Found<?> found) {}

  /** With the options that do best in cross-validation, in three folds, of those rows. */
  public Chosen choose(TuningOrder order, LabelledTable rows, TrainingListener listener) {
    OptionsSearch.Found<O> found = search(order, rows, listener);
    return new Chosen(new TableLesson<>(algorithm, found.options(), seed), found);
  }

  /** The search alone. */
  public OptionsSearch.Found<O> search(
      TuningOrder order, LabelledTable rows, TrainingListener listener) {
    return TableSearch.run(order, algorithm, options, rows, seed, listener);
  }

  /** Its options as text. */
  public Map<String, String> settings() {
    return OptionsForm.of(algorithm).format(options);
  }

  /** Whether a version was trained so. */
  public boolean is(Opponent version) {
    return version.trainsAs(algorithm.name(), settings(), seed);
  }

  /** Learns. */
  public TableModel train(LabelledTable rows, TrainingListener listener) {
    return algorithm.train(rows, options, seed, listener);
  }
}
