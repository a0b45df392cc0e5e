package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.training.TuningOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** All that fit a table, or one, measured on the rows that are held out. */
final class TableContest {

  private final CommandSpec spec;
  private final RunOptions options;
  private final TableData data;

  /**
   * What is done beside.
   *
   * @param learningCurve whether to train on parts of growing size
   * @param nested whether to measure a search for options
   * @param trials of each search
   */
  record Studies(boolean learningCurve, boolean nested, int trials) {

    /** Nothing. */
    static final Studies NONE = new Studies(false, false, 1);

    /**
     * Checks.
     *
     * @throws WrongUsageException if the trials are too many or too few, or nothing is held out
     */
    void check(TableData data) {
      if (trials < 1 || trials > TuningOrder.MOST_TRIALS) {
        throw new WrongUsageException(
            "--trials must be 1 to %d, but is %d".formatted(TuningOrder.MOST_TRIALS, trials));
      }
      boolean held = data.folds().stream().allMatch(fold -> fold.test().length > 0);
      if ((nested || learningCurve) && !held) {
        throw new WrongUsageException(
            "--nested and --learning-curve need rows that are held out: choose another --split");
      }
    }
  }

  TableContest(CommandSpec spec, RunOptions options, TableData data) {
    this.spec = spec;
    this.options = options;
    this.data = data;
  }

  /** Runs the algorithms that fit the table. */
  int run(String task, Studies studies) {
    studies.check(data);
    return run(
        task,
        new TableContenders(options, data, studies).all(),
        new TableMeasures(data.rows().target(), options.seed));
  }

  /**
   * Runs and reports as a task of a name.
   *
   * @param contenders the default first
   */
  int run(String task, List<Contender> contenders, Measures.Taker measures) {
    List<String> names = contenders.stream().map(Contender::name).toList();
    var asked = new Task(spec, options, names, names.getFirst());
    try (var predictions =
        new PredictionFile(options.predictions, "algorithm", "row", "truth", "prediction")) {
      return asked.run(
          task,
          data.summary(),
          asked.chosen(),
          name -> measure(contenders.get(names.indexOf(name)), measures, predictions));
    }
  }

  private Outcome measure(
      Contender contender, Measures.Taker measures, PredictionFile predictions) {
    Stopwatch watch = Stopwatch.start();
    double training = 0;
    double predicting = 0;
    List<double[]> predicted = new ArrayList<>();
    List<Integer> tested = new ArrayList<>();
    for (Fold fold : data.folds()) {
      watch.lap();
      Contender.Predictor model = contender.learner().train(data.rows().select(fold.train()));
      training += watch.lap();
      double[][] found = model.predict(data.rows().features().select(fold.test()));
      predicting += watch.lap();
      for (int i = 0; i < found.length; i++) {
        int row = fold.test()[i];
        predicted.add(found[i]);
        tested.add(row);
        predictions.write(contender.name(), data.numbers()[row], truth(row), text(found[i]));
      }
    }
    long peak = Stopwatch.peakMegabytes();
    Measures found =
        tested.isEmpty()
            ? new Measures(Map.of(), Map.of())
            : measures.of(
                tested.stream().mapToInt(Integer::intValue).toArray(),
                predicted.toArray(double[][]::new));
    return new Outcome(
            contender.name(), found.metrics(), found.intervals(), training, predicting, peak)
        .called(contender.title())
        .with(contender.studies().get());
  }

  private Object truth(int row) {
    return switch (data.rows().target()) {
      case ClassTarget classes -> classes.classes().get(classes.codes()[row]);
      case NumberTarget numbers -> numbers.values()[row];
    };
  }

  /** Of two classes the probability of the positive one; of more all of them. */
  private static String text(double[] prediction) {
    if (prediction.length <= 2) {
      return Double.toString(prediction[prediction.length - 1]);
    }
    var text = new StringBuilder();
    for (double one : prediction) {
      text.append(text.isEmpty() ? "" : " ").append(one);
    }
    return text.toString();
  }
}
