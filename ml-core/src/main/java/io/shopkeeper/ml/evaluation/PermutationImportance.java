package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.data.Shuffle;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much worse a model is where a column is shuffled, so that it says nothing of its row any more
 * (L. Breiman, "Random Forests", Machine Learning 45, 2001; A. Fisher, C. Rudin, F. Dominici, JMLR
 * 20, 2019). Measured on rows that the model did not learn from. Columns that say the same share
 * their importance or hide each other: shuffle these together.
 *
 * @param score of the model before anything is shuffled
 * @param features the most important first
 */
public record PermutationImportance(double score, List<Feature> features) {

  public PermutationImportance {
    features = List.copyOf(features);
  }

  /**
   * One column, or several that were shuffled together.
   *
   * @param columns their names
   * @param losses how much worse each shuffle made the figure; below 0 where it happened to be
   *     better
   */
  public record Feature(List<String> columns, List<Double> losses) {

    public Feature {
      columns = List.copyOf(columns);
      losses = List.copyOf(losses);
    }

    /** The mean over the shuffles. */
    public double mean() {
      return new FoldScores(losses).mean();
    }

    /** The standard deviation over the shuffles; NaN of one. */
    public double deviation() {
      return new FoldScores(losses).deviation();
    }
  }

  /**
   * Shuffles each column of the data on its own.
   *
   * @param repeats shuffles of each, at least 1
   * @param listener hears of progress and can stop it
   */
  public static PermutationImportance of(
      TableModel model,
      LabelledTable data,
      TableMetric metric,
      int repeats,
      long seed,
      TrainingListener listener) {
    List<List<String>> groups =
        data.features().columns().stream().map(column -> List.of(column.name())).toList();
    return of(model, data, metric, groups, repeats, seed, listener);
  }

  /**
   * Shuffles groups of columns, the columns of a group alike.
   *
   * @param groups names of columns
   * @throws IllegalArgumentException if there is no such column
   */
  public static PermutationImportance of(
      TableModel model,
      LabelledTable data,
      TableMetric metric,
      List<List<String>> groups,
      int repeats,
      long seed,
      TrainingListener listener) {
    Table table = data.features();
    double score = metric.measure().of(data.target(), model.predict(table));
    var random = new SplittableRandom(seed);
    List<Feature> features = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      List<Double> losses = new ArrayList<>();
      for (int repeat = 0; repeat < repeats; repeat++) {
        listener.stopIfCancelled();
        int[] order = shuffled(table.rows(), random);
        double shuffled =
            metric
                .measure()
                .of(data.target(), model.predict(with(table, groups.get(group), order)));
        losses.add(metric.greaterIsBetter() ? score - shuffled : shuffled - score);
      }
      features.add(new Feature(groups.get(group), losses));
      listener.progress((group + 1.0) / groups.size(), "shuffling columns");
    }
    features.sort(Comparator.comparingDouble(Feature::mean).reversed());
    return new PermutationImportance(score, features);
  }

  private static Table with(Table table, List<String> names, int[] order) {
    for (String name : names) {
      if (table.column(name).isEmpty()) {
        throw new IllegalArgumentException("there is no column " + name);
      }
    }
    return new Table(
        table.rows(),
        table.columns().stream()
            .map(column -> names.contains(column.name()) ? column.select(order) : column)
            .toList());
  }

  private static int[] shuffled(int rows, SplittableRandom random) {
    int[] order = IntStream.range(0, rows).toArray();
    Shuffle.of(order, random);
    return order;
  }
}
