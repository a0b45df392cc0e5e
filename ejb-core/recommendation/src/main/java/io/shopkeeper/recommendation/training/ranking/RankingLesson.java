package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.OptionsSearch;
import io.shopkeeper.training.TableSearch;
import io.shopkeeper.training.TuningOrder;
import java.util.Map;

/**
 * An algorithm of tables with its options. Plain Java: it runs in the worker, too.
 *
 * @param <O> the options
 */
final class RankingLesson<O extends Record> {

  private final TableAlgorithm<O> algorithm;
  private final O options;
  private final long seed;

  private RankingLesson(TableAlgorithm<O> algorithm, O options, long seed) {
    this.algorithm = algorithm;
    this.options = options;
    this.seed = seed;
  }

  /**
   * Of an algorithm by its name.
   *
   * @throws IllegalArgumentException if there is none, or an option is not allowed
   */
  static RankingLesson<?> of(String algorithm, Map<String, String> options, long seed) {
    return of(
        TableAlgorithms.find(algorithm)
            .orElseThrow(() -> new IllegalArgumentException("there is no algorithm " + algorithm)),
        options,
        seed);
  }

  private static <O extends Record> RankingLesson<O> of(
      TableAlgorithm<O> algorithm, Map<String, String> options, long seed) {
    return new RankingLesson<>(algorithm, OptionsForm.of(algorithm).parse(options), seed);
  }

  /** A lesson whose options were looked for. */
  record Chosen(RankingLesson<?> lesson, OptionsSearch.Found<?> found) {}

  /** With the options that do best in cross-validation, in three folds, of those rows. */
  Chosen choose(TuningOrder order, LabelledTable rows, TrainingListener listener) {
    OptionsSearch.Found<O> found = TableSearch.run(order, algorithm, options, rows, seed, listener);
    return new Chosen(new RankingLesson<>(algorithm, found.options(), seed), found);
  }

  /** Its options. */
  Map<String, String> options() {
    return OptionsForm.of(algorithm).format(options);
  }

  /** Learns. */
  TableModel train(LabelledTable rows, TrainingListener listener) {
    return algorithm.train(rows, options, seed, listener);
  }
}
