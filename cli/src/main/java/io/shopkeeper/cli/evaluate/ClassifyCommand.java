package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predicts a column of any table from the others. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = {
      "Predicts a column of a table from the others, and prints how well.",
      "Files: CSV, TSV or JSON lines with a header; types are inferred: numbers, else categories; columns in which hardly a word occurs twice are left out.",
      "A target of more than 20 different numbers is predicted as a number.",
      "--algorithm all runs every algorithm that fits the target."
    })
final class ClassifyCommand implements Callable<Integer> {

  @Mixin private DataOptions options;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "COLUMN",
      description = "What is predicted.")
  private String target;

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      description = "The value of the target that counts as positive; all others are one class.")
  private String positive;

  @Option(
      names = "--drop",
      paramLabel = "COLUMNS",
      split = ",",
      description = "Columns that are not looked at, with commas.")
  private Set<String> drop = new LinkedHashSet<>();

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = "When each row was, for a split by time; it is not learnt from.")
  private String time;

  @Option(
      names = "--learning-curve",
      description =
          "Also train on five parts of growing size: would more rows help? Takes twice as long.")
  private boolean learningCurve;

  @Option(
      names = "--nested",
      description =
          "Also search for options in each fold anew and measure what the search reaches on what the fold holds out.")
  private boolean nested;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Of each search of --nested, 1 to 1000. Default: ${DEFAULT-VALUE}.",
      defaultValue = "20")
  private int trials;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    var roles =
        new TableData.Roles(target, Optional.ofNullable(positive), drop, Optional.ofNullable(time));
    TableData data = TableData.read(options, roles);
    if (!data.left().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "Left out, since hardly a word in them occurs twice: "
                  + String.join(", ", data.left()));
    }
    checkStudies(data);
    List<String> fitting =
        TableAlgorithms.all().stream()
            .filter(algorithm -> algorithm.tasks().contains(task(data.rows().target())))
            .map(TableAlgorithm::name)
            .toList();
    var task = new Task(spec, options, fitting, fitting.getFirst());
    try (var predictions =
        new PredictionFile(options.predictions, "algorithm", "row", "truth", "prediction")) {
      return task.run(
          "classify",
          data.summary(),
          task.chosen(),
          algorithm -> measure(algorithm, fitting.getFirst(), data, predictions));
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

  private Outcome measure(
      String algorithm, String standard, TableData data, PredictionFile predictions) {
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
        predictions.write(algorithm, fold.test()[i], truth(data, fold.test()[i]), text(found[i]));
      }
    }
    long peak = Stopwatch.peakMegabytes();
    return outcome(
            algorithm, figures(data.rows().target(), tested, predicted), training, predicting, peak)
        .with(studies(TableAlgorithms.find(algorithm).orElseThrow(), standard, data));
  }

  private void checkStudies(TableData data) {
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

  private <O extends Record> List<SideTable> studies(
      TableAlgorithm<O> algorithm, String standard, TableData data) {
    var studies =
        new TableStudies<>(
            algorithm,
            options.optionsOf(algorithm, standard),
            data.rows(),
            data.folds(),
            options.seed);
    List<SideTable> tables = new ArrayList<>();
    if (learningCurve) {
      tables.add(studies.learningCurve());
    }
    if (nested) {
      tables.add(studies.nested(trials));
    }
    return tables;
  }

  private static Figures figures(Target target, List<Integer> tested, List<double[]> predicted) {
    int[] rows = tested.stream().mapToInt(Integer::intValue).toArray();
    return Figures.of(target.select(rows), predicted.toArray(double[][]::new));
  }

  /** Without a metric where nothing is held out. */
  private Outcome outcome(
      String algorithm, Figures figures, double training, double predicting, long peak) {
    if (figures.rows() == 0) {
      return new Outcome(algorithm, Map.of(), Map.of(), training, predicting, peak);
    }
    var intervals = new LinkedHashMap<String, double[]>();
    figures
        .intervals(new Bootstrap(options.seed))
        .forEach((name, found) -> intervals.put(name, new double[] {found.low(), found.high()}));
    return new Outcome(algorithm, figures.all(), intervals, training, predicting, peak);
  }

  private static Object truth(TableData data, int row) {
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
