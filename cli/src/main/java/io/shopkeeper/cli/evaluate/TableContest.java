package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.CalibrationFloor;
import io.shopkeeper.ml.evaluation.Figures;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.table.Target;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.TuningOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** All algorithms that fit a table, or one, measured on the rows that are held out. */
final class TableContest {

  /** The metric that a perfect model's calibration error is reported as. */
  static final String FLOOR = "ece_if_perfect";

  private final CommandSpec spec;
  private final RunOptions options;
  private final TableData data;
  private final Studies studies;

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
  }

  TableContest(CommandSpec spec, RunOptions options, TableData data, Studies studies) {
    this.spec = spec;
    this.options = options;
    this.data = data;
    this.studies = studies;
  }

  /** Runs them and reports as a task of a name. */
  int run(String name) {
    checkStudies();
    List<String> fitting =
        TableAlgorithms.all().stream()
            .filter(algorithm -> algorithm.tasks().contains(task(data.rows().target())))
            .map(TableAlgorithm::name)
            .toList();
    var task = new Task(spec, options, fitting, fitting.getFirst());
    try (var predictions =
        new PredictionFile(options.predictions, "algorithm", "row", "truth", "prediction")) {
      return task.run(
          name,
          data.summary(),
          task.chosen(),
          algorithm -> measure(algorithm, fitting.getFirst(), predictions));
    }
  }

  private static TableAlgorithm.Task task(Target target) {
    return switch (target) {
      case NumberTarget number -> TableAlgorithm.Task.REGRESSION;
      case ClassTarget classes ->
          classes.classes().size() == 2
              ? TableAlgorithm.Task.BINARY
              : TableAlgorithm.Task.MULTICLASS;
    };
  }

  private Outcome measure(String algorithm, String standard, PredictionFile predictions) {
    Stopwatch watch = Stopwatch.start();
    double training = 0;
    double predicting = 0;
    var predicted = new ArrayList<double[]>();
    var tested = new ArrayList<Integer>();
    for (Fold fold : data.folds()) {
      watch.lap();
      TableModel model =
          train(
              TableAlgorithms.find(algorithm).orElseThrow(),
              standard,
              data.rows().select(fold.train()));
      training += watch.lap();
      double[][] found = model.predict(data.rows().features().select(fold.test()));
      predicting += watch.lap();
      for (int i = 0; i < found.length; i++) {
        predicted.add(found[i]);
        tested.add(fold.test()[i]);
        predictions.write(algorithm, fold.test()[i], truth(fold.test()[i]), text(found[i]));
      }
    }
    long peak = Stopwatch.peakMegabytes();
    return outcome(algorithm, tested, predicted, training, predicting, peak)
        .called(title(algorithm))
        .with(studies(TableAlgorithms.find(algorithm).orElseThrow(), standard));
  }

  /** With the name that the field has for it where it learns this. */
  private String title(String algorithm) {
    String called =
        TableAlgorithms.find(algorithm).orElseThrow().called(task(data.rows().target()));
    return called.equals(algorithm) ? algorithm : "%s (%s)".formatted(called, algorithm);
  }

  private void checkStudies() {
    int trials = studies.trials();
    if (trials < 1 || trials > TuningOrder.MOST_TRIALS) {
      throw new WrongUsageException(
          "--trials must be 1 to %d, but is %d".formatted(TuningOrder.MOST_TRIALS, trials));
    }
    boolean held = data.folds().stream().allMatch(fold -> fold.test().length > 0);
    if ((studies.nested() || studies.learningCurve()) && !held) {
      throw new WrongUsageException(
          "--nested and --learning-curve need rows that are held out: choose another --split");
    }
  }

  private <O extends Record> List<SideTable> studies(TableAlgorithm<O> algorithm, String standard) {
    var asked =
        new TableStudies<>(
            algorithm,
            options.optionsOf(algorithm, standard),
            data.rows(),
            data.folds(),
            options.seed);
    List<SideTable> tables = new ArrayList<>();
    if (studies.learningCurve()) {
      tables.add(asked.learningCurve());
    }
    if (studies.nested()) {
      tables.add(asked.nested(studies.trials()));
    }
    return tables;
  }

  private static Figures figures(Target target, List<Integer> tested, List<double[]> predicted) {
    int[] rows = tested.stream().mapToInt(Integer::intValue).toArray();
    return Figures.of(target.select(rows), predicted.toArray(double[][]::new));
  }

  /** Without a metric where nothing is held out. */
  private Outcome outcome(
      String algorithm,
      List<Integer> tested,
      List<double[]> predicted,
      double training,
      double predicting,
      long peak) {
    Target target = data.rows().target();
    Figures figures = figures(target, tested, predicted);
    if (figures.rows() == 0) {
      return new Outcome(algorithm, Map.of(), Map.of(), training, predicting, peak);
    }
    var intervals = new LinkedHashMap<String, double[]>();
    figures
        .intervals(new Bootstrap(options.seed))
        .forEach((name, found) -> intervals.put(name, new double[] {found.low(), found.high()}));
    Map<String, Double> metrics = new LinkedHashMap<>(figures.all());
    if (target instanceof ClassTarget) {
      CalibrationFloor floor =
          CalibrationFloor.of(predicted.toArray(double[][]::new), options.seed);
      metrics.put(FLOOR, floor.mean());
      intervals.put(FLOOR, new double[] {floor.range().low(), floor.range().high()});
    }
    return new Outcome(algorithm, metrics, intervals, training, predicting, peak);
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

  private <O extends Record> TableModel train(
      TableAlgorithm<O> algorithm, String standard, LabelledTable rows) {
    return algorithm.train(
        rows, options.optionsOf(algorithm, standard), options.seed, TrainingListener.SILENT);
  }
}
