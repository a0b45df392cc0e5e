package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.drift.PopulationStability;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What is otherwise in the test rows than in those that were learnt from, as the drift monitor of
 * the server would say it: the share of fraud, and the features whose population stability index is
 * greatest. Above 0.2 somebody should look.
 *
 * @param data with folds
 */
record FraudDrift(FraudData data) {

  private static final int SHOWN = 5;
  private static final int BINS = 10;

  private record Moved(String name, double index) {}

  /** The table, of the first fold; without rows where nothing is held out. */
  SideTable table() {
    Fold fold = data.table().folds().getFirst();
    List<List<Object>> lines = new ArrayList<>();
    if (fold.test().length > 0) {
      lines.add(line(label(fold)));
      data.table().rows().features().columns().stream()
          .map(column -> moved(column, fold))
          .sorted(Comparator.comparingDouble(moved -> -moved.index()))
          .limit(SHOWN)
          .forEach(moved -> lines.add(line(moved)));
    }
    return new SideTable(
        "drift",
        "from the rows that were learnt from to the test rows",
        "psi",
        List.of("psi", "feature"),
        lines);
  }

  private static List<Object> line(Moved moved) {
    return List.of(moved.index(), moved.name());
  }

  private Moved label(Fold fold) {
    double[] before = flags(fold.train());
    double[] now = flags(fold.test());
    String name =
        String.format(Locale.ROOT, "fraud: %.2f %% → %.2f %%", percent(before), percent(now));
    return new Moved(name, index(before, now, new double[] {0}));
  }

  private static double percent(double[] flags) {
    return 100 * Arrays.stream(flags).average().orElse(Double.NaN);
  }

  private double[] flags(int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> data.fraud()[row] ? 1 : 0).toArray();
  }

  private static Moved moved(Column column, Fold fold) {
    return switch (column) {
      case NumberColumn numbers -> numbers(numbers, fold);
      case CategoryColumn words -> words(words, fold);
      case TextColumn text -> new Moved(text.name(), 0);
    };
  }

  private static Moved numbers(NumberColumn column, Fold fold) {
    double[] before = values(column, fold.train());
    double[] now = values(column, fold.test());
    double[] sorted =
        Arrays.stream(before).filter(value -> !Double.isNaN(value)).sorted().toArray();
    double[] edges = new double[sorted.length == 0 ? 0 : BINS - 1];
    Arrays.setAll(edges, i -> sorted[(int) ((i + 1L) * sorted.length / BINS)]);
    return new Moved(column.name(), index(before, now, Arrays.stream(edges).distinct().toArray()));
  }

  private static double[] values(NumberColumn column, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> column.values()[row]).toArray();
  }

  private static double index(double[] before, double[] now, double[] edges) {
    return PopulationStability.index(counts(before, edges), counts(now, edges));
  }

  /** What is missing has a bin of its own. */
  private static long[] counts(double[] values, double[] edges) {
    long[] counts = new long[edges.length + 2];
    for (double value : values) {
      counts[Double.isNaN(value) ? edges.length + 1 : PopulationStability.bin(edges, value)]++;
    }
    return counts;
  }

  private static Moved words(CategoryColumn column, Fold fold) {
    return new Moved(
        column.name(),
        PopulationStability.index(counts(column, fold.train()), counts(column, fold.test())));
  }

  private static long[] counts(CategoryColumn column, int[] rows) {
    long[] counts = new long[column.categories().size() + 1];
    for (int row : rows) {
      counts[column.codes()[row] + 1]++;
    }
    return counts;
  }
}
