package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.metric.BinaryScores;
import io.shopkeeper.ml.metric.ClassMetrics;
import io.shopkeeper.ml.metric.NumberMetrics;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The usual figures of models of tables, by which they are tuned and explained. */
public final class TableMetrics {

  private static final List<TableMetric> BINARY =
      List.of(
          new TableMetric("auc", true, (target, p) -> scores(target, p).auc()),
          new TableMetric("pr_auc", true, (target, p) -> scores(target, p).averagePrecision()));

  private static final List<TableMetric> CLASSES =
      List.of(
          ofClasses("log_loss", false, ClassMetrics::logLoss),
          ofClasses("accuracy", true, ClassMetrics::accuracy),
          ofClasses("f1", true, ClassMetrics::f1),
          ofClasses("macro_f1", true, ClassMetrics::macroF1),
          ofClasses("brier", false, ClassMetrics::brier),
          ofClasses("ece", false, ClassMetrics::calibrationError));

  private static final List<TableMetric> NUMBERS =
      List.of(
          ofNumbers("rmse", false, NumberMetrics::rmse),
          ofNumbers("mae", false, NumberMetrics::mae),
          ofNumbers("r2", true, NumberMetrics::r2));

  private TableMetrics() {}

  /** Those that suit a target, the one to tune by first: auc, log_loss or rmse. */
  public static List<TableMetric> suiting(Target target) {
    return switch (target) {
      case NumberTarget number -> NUMBERS;
      case ClassTarget classes ->
          classes.classes().size() == 2
              ? Stream.concat(BINARY.stream(), CLASSES.stream()).toList()
              : CLASSES;
    };
  }

  /** One that suits a target, by name. */
  public static Optional<TableMetric> find(Target target, String name) {
    return suiting(target).stream().filter(metric -> metric.name().equals(name)).findFirst();
  }

  private static TableMetric ofClasses(
      String name, boolean greaterIsBetter, ToDoubleFunction<ClassMetrics> figure) {
    return new TableMetric(
        name,
        greaterIsBetter,
        (target, p) -> figure.applyAsDouble(ClassMetrics.of(p, ((ClassTarget) target).codes())));
  }

  private static TableMetric ofNumbers(
      String name, boolean greaterIsBetter, ToDoubleFunction<NumberMetrics> figure) {
    return new TableMetric(
        name,
        greaterIsBetter,
        (target, p) ->
            figure.applyAsDouble(
                NumberMetrics.of(
                    Arrays.stream(p).mapToDouble(row -> row[0]).toArray(),
                    ((NumberTarget) target).values())));
  }

  private static BinaryScores scores(Target target, double[][] p) {
    int[] codes = ((ClassTarget) target).codes();
    boolean[] positive = new boolean[codes.length];
    for (int row = 0; row < codes.length; row++) {
      positive[row] = codes[row] == 1;
    }
    return new BinaryScores(Arrays.stream(p).mapToDouble(row -> row[1]).toArray(), positive);
  }
}
