package io.shopkeeper.console.models;

import io.shopkeeper.platform.boundary.MetricDirection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVRecord;

/**
 * What a search for options is worth, as nested cross-validation found.
 *
 * @param metric by which options were chosen
 * @param options those that were searched
 * @param searched mean over the folds of what the search promised
 * @param reached mean over the folds of what was reached
 * @param error standard error of that mean; null of one fold
 * @param plain what the search on all rows promised; null where that is not known
 * @param unstable whether the folds chose differently
 */
public record NestedLook(
    String metric,
    List<String> options,
    List<Fold> folds,
    Double searched,
    Double reached,
    Double error,
    Double plain,
    boolean unstable) {

  /** Columns before the options. */
  private static final int FIRST = 4;

  public NestedLook {
    options = List.copyOf(options);
    folds = List.copyOf(folds);
  }

  /**
   * An outer fold.
   *
   * @param rows that it holds out
   * @param searched what the search promised
   * @param reached what its choice reached on those rows
   * @param chosen the options, in the order of their names
   */
  public record Fold(
      String number, Long rows, Double searched, Double reached, List<String> chosen) {}

  /**
   * Of the tables that are kept with a version.
   *
   * @param trials of the search on all rows
   */
  static NestedLook of(List<CSVRecord> table, List<CSVRecord> trials) {
    List<String> names = table.getFirst().getParser().getHeaderNames();
    List<Fold> folds = table.stream().map(NestedLook::fold).toList();
    String metric = names.get(FIRST - 1);
    boolean less = MetricDirection.of(metric) == MetricDirection.LOWER_IS_BETTER;
    OptionalDouble plain =
        trials.stream()
            .filter(trial -> trial.get("problem").isEmpty())
            .filter(trial -> Double.parseDouble(trial.get("share")) == 1)
            .mapToDouble(trial -> Double.parseDouble(trial.get("score")))
            .filter(score -> !Double.isNaN(score))
            .reduce((one, other) -> less ? Math.min(one, other) : Math.max(one, other));
    double reached = mean(folds, Fold::reached);
    return new NestedLook(
        metric,
        names.subList(FIRST, names.size()),
        folds,
        mean(folds, Fold::searched),
        reached,
        error(folds, reached),
        plain.isPresent() ? (Double) plain.getAsDouble() : null,
        folds.stream().map(Fold::chosen).distinct().count() > 1);
  }

  private static Fold fold(CSVRecord row) {
    List<String> cells = row.toList();
    return new Fold(
        cells.get(0),
        Long.valueOf(cells.get(1)),
        Double.valueOf(cells.get(2)),
        Double.valueOf(cells.get(3)),
        cells.subList(FIRST, cells.size()));
  }

  private static double mean(List<Fold> folds, ToDoubleFunction<Fold> figure) {
    return folds.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private static Double error(List<Fold> folds, double mean) {
    int count = folds.size();
    if (count < 2) {
      return null;
    }
    double squares = folds.stream().mapToDouble(fold -> Math.pow(fold.reached() - mean, 2)).sum();
    return Math.sqrt(squares / (count - 1) / count);
  }

  /** By how much the search promised too much; below 0 where it did not. */
  public Double promised() {
    return MetricDirection.of(metric) == MetricDirection.LOWER_IS_BETTER
        ? reached - searched
        : searched - reached;
  }
}
