package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.evaluation.FoldScores;
import io.shopkeeper.ml.evaluation.LearningCurve;
import io.shopkeeper.ml.evaluation.NestedCrossValidation;
import io.shopkeeper.ml.evaluation.OptionsChooser;
import io.shopkeeper.ml.evaluation.TableEvaluator;
import io.shopkeeper.ml.evaluation.TableMetrics;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.OptionsSearch;
import io.shopkeeper.training.TableSearch;
import io.shopkeeper.training.TuningOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What takes many trainings of one algorithm: a learning curve, and nested cross-validation of a
 * search for its options.
 *
 * @param <O> the options
 */
final class TableStudies<O extends Record> {

  private static final int SIZES = 5;

  private final TableAlgorithm<O> algorithm;
  private final O options;
  private final LabelledTable rows;
  private final List<Fold> folds;
  private final long seed;
  private final TableEvaluator evaluator;

  /**
   * @param options of the algorithm, from which a search begins
   * @param folds with something held out
   */
  TableStudies(
      TableAlgorithm<O> algorithm, O options, LabelledTable rows, List<Fold> folds, long seed) {
    this.algorithm = algorithm;
    this.options = options;
    this.rows = rows;
    this.folds = folds;
    this.seed = seed;
    evaluator = new TableEvaluator(rows, TableMetrics.suiting(rows.target()).getFirst());
  }

  /** The figure by the number of rows that were learnt from. */
  SideTable learningCurve() {
    LearningCurve curve =
        LearningCurve.of(
            algorithm,
            options,
            evaluator,
            folds,
            LearningCurve.shares(evaluator.leastShare(folds.getFirst().train()), SIZES),
            seed,
            TrainingListener.SILENT);
    List<List<Object>> lines = new ArrayList<>();
    for (LearningCurve.Point point : curve.points()) {
      lines.add(
          List.of(
              point.rows(),
              point.train().mean(),
              point.test().mean(),
              point.test().standardError()));
    }
    return new SideTable(
        "learningCurve",
        "learning curve",
        evaluator.metric(),
        List.of("trainRows", "train", "test", "testError"),
        lines);
  }

  /**
   * What a search promises and reaches.
   *
   * @param trials of each search
   */
  SideTable nested(int trials) {
    var order =
        new TuningOrder(TuningOrder.usual().strategy(), trials, TuningOrder.MOST_MINUTES, Map.of());
    List<Double> promised = new ArrayList<>();
    OptionsChooser<O> chooser =
        (part, inner, listener) -> {
          OptionsSearch.Found<O> found =
              TableSearch.run(order, algorithm, options, rows.select(part), seed, listener);
          promised.add(found.score());
          return found.options();
        };
    NestedCrossValidation<O> nested =
        NestedCrossValidation.run(
            algorithm, evaluator, folds, chooser, seed, TrainingListener.SILENT);
    List<List<Object>> lines = new ArrayList<>();
    for (int place = 0; place < folds.size(); place++) {
      lines.add(
          List.of(
              place + 1,
              folds.get(place).test().length,
              promised.get(place),
              nested.scores().values().get(place),
              changed(nested.chosen().get(place))));
    }
    var all = new FoldScores(promised);
    lines.add(
        List.of("mean", rows(folds), all.mean(), nested.scores().mean(), error(nested.scores())));
    return new SideTable(
        "nested",
        "nested cross-validation of a search",
        evaluator.metric(),
        List.of("fold", "testRows", "search", "reached", "options"),
        lines);
  }

  private static int rows(List<Fold> folds) {
    return folds.stream().mapToInt(fold -> fold.test().length).sum();
  }

  private static String error(FoldScores scores) {
    return scores.values().size() < 2
        ? ""
        : String.format(Locale.ROOT, "standard error %.4f", scores.standardError());
  }

  /** The options that differ from those that the search began with. */
  private String changed(O chosen) {
    OptionsForm<O> form = OptionsForm.of(algorithm);
    Map<String, String> begun = form.format(options);
    List<String> changed = new ArrayList<>();
    form.format(chosen)
        .forEach(
            (name, value) -> {
              if (!value.equals(begun.get(name))) {
                changed.add(name + "=" + value);
              }
            });
    return changed.isEmpty() ? "as they were" : String.join(" ", changed);
  }
}
