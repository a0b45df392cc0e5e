package io.shopkeeper.console.jobs;

import io.shopkeeper.platform.boundary.TrialView;
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
  public record Row(TrialView trial, List<String> values, boolean best, boolean failed) {}

  /** Of the trials in the order in which they were made. */
  public static TrialTable of(List<TrialView> trials) {
    List<String> names =
        trials.isEmpty() ? List.of() : List.copyOf(trials.getFirst().options().keySet());
    Comparator<TrialView> order =
        Comparator.comparing((TrialView trial) -> failed(trial))
            .thenComparing(trial -> !trial.full())
            .thenComparing(
                TrialView::score, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
            .thenComparingInt(TrialView::number);
    Optional<TrialView> best =
        trials.stream().filter(trial -> trial.full() && !failed(trial)).min(order);
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

  private static boolean failed(TrialView trial) {
    return trial.score() == null;
  }

  /** Whether there is anything to see. */
  public boolean isShown() {
    return count > 0;
  }
}
