package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.evaluation.Evaluator;
import io.shopkeeper.ml.evaluation.FoldScores;
import io.shopkeeper.ml.evaluation.NestedCrossValidation;
import io.shopkeeper.ml.evaluation.OptionsChooser;
import io.shopkeeper.ml.evaluation.TableEvaluator;
import io.shopkeeper.ml.evaluation.TableMetrics;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.CsvTable;
import io.shopkeeper.training.OptionsSearch;
import io.shopkeeper.training.TableLesson;
import io.shopkeeper.training.TuningOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The search for options measured together with what it finds: nested cross-validation, with the
 * predictions of all outer folds.
 *
 * @param outcome of all that the outer folds hold out
 * @param table a row for each outer fold: what the search promised, what was reached, what it chose
 */
record NestedSearch(HeldPredictions.Outcome outcome, byte[] table) {

  /** The file that keeps the table. */
  static final String FILE = "nested.csv";

  /** Looks for options in each fold anew and measures what they reach on what it holds out. */
  static <O extends Record> NestedSearch run(
      TableLesson<O> lesson,
      TuningOrder order,
      LabelledTable rows,
      List<Fold> folds,
      TrainingListener listener) {
    var evaluator =
        new Keeping(
            new TableEvaluator(rows, TableMetrics.suiting(rows.target()).getFirst()),
            new HeldPredictions(rows));
    List<OptionsSearch.Found<O>> found = new ArrayList<>();
    OptionsChooser<O> chooser =
        (part, inner, hearing) -> {
          found.add(lesson.search(order, rows.select(part), hearing));
          return found.getLast().options();
        };
    NestedCrossValidation<O> nested =
        NestedCrossValidation.run(
            lesson.algorithm(), evaluator, folds, chooser, lesson.seed(), listener);
    return new NestedSearch(
        evaluator.kept().measure(lesson.seed()),
        table(
            OptionsForm.of(lesson.algorithm()), evaluator.metric(), folds, found, nested.scores()));
  }

  private static <O extends Record> byte[] table(
      OptionsForm<O> form,
      String metric,
      List<Fold> folds,
      List<OptionsSearch.Found<O>> found,
      FoldScores scores) {
    List<String> names = List.copyOf(found.getFirst().trials().getFirst().options().keySet());
    var table =
        new CsvTable()
            .row(
                Stream.concat(Stream.of("fold", "rows", "search_" + metric, metric), names.stream())
                    .toArray());
    for (int place = 0; place < folds.size(); place++) {
      Map<String, String> chosen = form.format(found.get(place).options());
      table.row(
          Stream.concat(
                  Stream.<Object>of(
                      place + 1,
                      folds.get(place).test().length,
                      found.get(place).score(),
                      scores.values().get(place)),
                  names.stream().map(chosen::get))
              .toArray());
    }
    return table.bytes();
  }

  /** Measures and keeps what was predicted. */
  private record Keeping(TableEvaluator evaluator, HeldPredictions kept)
      implements Evaluator<LabelledTable, TableModel> {

    @Override
    public int rows() {
      return evaluator.rows();
    }

    @Override
    public LabelledTable training(int[] rows) {
      return evaluator.training(rows);
    }

    @Override
    public double measure(TableModel model, Fold fold) {
      kept.add(model, fold);
      return evaluator.measure(model, fold);
    }

    @Override
    public String metric() {
      return evaluator.metric();
    }

    @Override
    public boolean greaterIsBetter() {
      return evaluator.greaterIsBetter();
    }
  }
}
