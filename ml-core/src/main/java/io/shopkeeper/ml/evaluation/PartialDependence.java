package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.table.TextColumn;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model says on average where a column has one value in every row, for several values (J. H.
 * Friedman, "Greedy Function Approximation", Annals of Statistics 29, 2001), and what it says of
 * single rows, whose lines part where the column acts together with others (A. Goldstein and
 * others, "Peeking Inside the Black Box", JCGS 24, 2015). Where columns go together, some of these
 * rows are such as never occur.
 *
 * @param column its name
 * @param values by rising number, or in the order of the categories
 * @param rows of the table that single lines belong to
 * @param lines rows × values
 */
public record PartialDependence(String column, List<Value> values, int[] rows, double[][] lines) {

  public PartialDependence {
    values = List.copyOf(values);
  }

  /**
   * One value of the column.
   *
   * @param label the category, or the number as text
   * @param number NaN for a category
   * @param mean what the model says on average
   */
  public record Value(String label, double number, double mean) {}

  /**
   * How much to compute.
   *
   * @param values of a column of numbers at most: its quantiles of equal distance, from its 1st to
   *     its 99th percentile
   * @param rows that are averaged over at most; more are sampled
   * @param lines of single rows at most
   */
  public record Extent(int values, int rows, int lines) {

    /** Enough for a chart. */
    public static final Extent CHART = new Extent(25, 1000, 50);

    public Extent {
      if (values < 2 || rows < 1 || lines < 0) {
        throw new IllegalArgumentException(
            "at least 2 values, 1 row and 0 lines, but are %d, %d, %d"
                .formatted(values, rows, lines));
      }
    }
  }

  /**
   * Computes it.
   *
   * @param output place of the class whose probability is looked at; 0 for a number
   * @throws IllegalArgumentException if there is no such column, it is of texts, or all its cells
   *     are missing
   */
  public static PartialDependence of(
      TableModel model,
      Table table,
      String column,
      int output,
      Extent extent,
      long seed,
      TrainingListener listener) {
    Column found =
        table
            .column(column)
            .orElseThrow(() -> new IllegalArgumentException("there is no column " + column));
    Grid grid = Grid.of(found, extent.values());
    int[] sample = sample(table.rows(), extent.rows(), seed);
    Table sampled = table.select(sample);
    int count = Math.min(extent.lines(), sample.length);
    double[][] lines = new double[count][grid.size()];
    List<Value> values = new ArrayList<>();
    for (int place = 0; place < grid.size(); place++) {
      listener.stopIfCancelled();
      double[][] predictions = model.predict(with(sampled, grid.filled(place, sample.length)));
      double sum = 0;
      for (int row = 0; row < sample.length; row++) {
        sum += predictions[row][output];
      }
      for (int line = 0; line < count; line++) {
        lines[line][place] = predictions[line][output];
      }
      values.add(new Value(grid.label(place), grid.number(place), sum / sample.length));
      listener.progress((place + 1.0) / grid.size(), "partial dependence");
    }
    return new PartialDependence(column, values, Arrays.copyOf(sample, count), lines);
  }

  private static int[] sample(int rows, int most, long seed) {
    return rows <= most
        ? IntStream.range(0, rows).toArray()
        : Fold.whole(rows).part((double) most / rows, seed);
  }

  private static Table with(Table table, Column column) {
    return new Table(
        table.rows(),
        table.columns().stream()
            .map(other -> other.name().equals(column.name()) ? column : other)
            .toList());
  }

  /** The values that a column is given. */
  private sealed interface Grid {

    static Grid of(Column column, int most) {
      Grid grid =
          switch (column) {
            case NumberColumn number -> Numbers.of(number, most);
            case CategoryColumn category -> Categories.of(category);
            case TextColumn text ->
                throw new IllegalArgumentException(
                    "column %s is of texts, which have no order and no categories"
                        .formatted(text.name()));
          };
      if (grid.size() == 0) {
        throw new IllegalArgumentException(
            "every cell of column %s is missing".formatted(column.name()));
      }
      return grid;
    }

    int size();

    String label(int place);

    double number(int place);

    Column filled(int place, int rows);
  }

  private record Numbers(String name, float[] values) implements Grid {

    static Numbers of(NumberColumn column, int most) {
      float[] known = new float[column.rows()];
      int count = 0;
      for (float value : column.values()) {
        if (!Float.isNaN(value)) {
          known[count++] = value;
        }
      }
      float[] sorted = Arrays.copyOf(known, count);
      Arrays.sort(sorted);
      float[] values = new float[Math.min(most, count)];
      int distinct = 0;
      for (int step = 0; step < values.length; step++) {
        double share = 0.01 + 0.98 * step / Math.max(1, values.length - 1);
        // With few rows all of them count, the ends included.
        int place = count <= most ? step : (int) Math.round(share * (count - 1));
        if (distinct == 0 || sorted[place] != values[distinct - 1]) {
          values[distinct++] = sorted[place];
        }
      }
      return new Numbers(column.name(), Arrays.copyOf(values, distinct));
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public String label(int place) {
      return Float.toString(values[place]);
    }

    @Override
    public double number(int place) {
      return values[place];
    }

    @Override
    public Column filled(int place, int rows) {
      float[] cells = new float[rows];
      Arrays.fill(cells, values[place]);
      return new NumberColumn(name, cells);
    }
  }

  private record Categories(CategoryColumn column, int[] codes) implements Grid {

    /** Those that occur. */
    static Categories of(CategoryColumn column) {
      int[] codes =
          Arrays.stream(column.codes())
              .filter(code -> code != CategoryColumn.MISSING)
              .distinct()
              .sorted()
              .toArray();
      return new Categories(column, codes);
    }

    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public String label(int place) {
      return column.categories().get(codes[place]);
    }

    @Override
    public double number(int place) {
      return Double.NaN;
    }

    @Override
    public Column filled(int place, int rows) {
      int[] cells = new int[rows];
      Arrays.fill(cells, codes[place]);
      return new CategoryColumn(column.name(), column.categories(), cells);
    }
  }
}
