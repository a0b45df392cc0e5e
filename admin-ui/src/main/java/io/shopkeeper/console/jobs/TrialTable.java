package io.shopkeeper.console.jobs;

import io.shopkeeper.ml.training.TriedOptions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The trials of a search as a table: the best first, then by score, those that failed last.
 *
 * @param options the columns: names of the options that are searched
 * @param rows the best {@value #MOST_SHOWN}
 * @param count of all trials
 */
public record TrialTable(List<String> options, List<Row> rows, int count) {

  /** Rows that are shown. */
  public static final int MOST_SHOWN = 100;

  /**
   * A trial.
   *
   * @param values of the options, in the order of the columns
   * @param best whether it is the best with the full resource
   * @param failed whether it has no score
   */
  public record Row(TriedOptions trial, List<String> values, boolean best, boolean failed) {}

  /** Of the trials in the order in which they were made. */
  public static TrialTable of(List<TriedOptions> trials) {
    List<String> names =
        trials.isEmpty() ? List.of() : List.copyOf(trials.getFirst().options().keySet());
    Comparator<TriedOptions> order =
        Comparator.comparing((TriedOptions trial) -> failed(trial))
            .thenComparing(trial -> !trial.isFull())
            .thenComparing(Comparator.comparingDouble(TriedOptions::score).reversed())
            .thenComparingInt(TriedOptions::number);
    Optional<TriedOptions> best =
        trials.stream().filter(trial -> trial.isFull() && !failed(trial)).min(order);
    List<Row> rows =
        trials.stream()
            .sorted(order)
            .limit(MOST_SHOWN)
            .map(
                trial ->
                    new Row(
                        trial,
                        names.stream().map(name -> trial.options().getOrDefault(name, "")).toList(),
                        best.filter(trial::equals).isPresent(),
                        failed(trial)))
            .toList();
    return new TrialTable(names, rows, trials.size());
  }

  private static boolean failed(TriedOptions trial) {
    return Double.isNaN(trial.score());
  }

  /** Whether there is anything to see. */
  public boolean isShown() {
    return count > 0;
  }
}
