package io.shopkeeper.ml.tree;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Tables and options for tests. */
public final class Made {

  private Made() {}

  /** Two numbers, a city and noise; some cells are missing. */
  public static Table table(int rows, long seed) {
    var random = new SplittableRandom(seed);
    float[] one = new float[rows];
    float[] two = new float[rows];
    float[] noise = new float[rows];
    var city = new ArrayList<String>();
    for (int row = 0; row < rows; row++) {
      one[row] = (float) random.nextGaussian();
      two[row] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextDouble(-2, 2);
      noise[row] = (float) random.nextGaussian();
      city.add(random.nextInt(20) == 0 ? null : "city " + (char) ('a' + random.nextInt(8)));
    }
    List<Column> columns = new ArrayList<>();
    columns.add(new NumberColumn("one", one));
    columns.add(new NumberColumn("two", two));
    columns.add(CategoryColumn.of("city", city));
    columns.add(new NumberColumn("noise", noise));
    return new Table(columns);
  }

  /** What the table's cells say, a number with some noise. */
  public static float[] truth(Table table, long seed) {
    var random = new SplittableRandom(seed);
    float[] one = ((NumberColumn) table.column("one").orElseThrow()).values();
    float[] two = ((NumberColumn) table.column("two").orElseThrow()).values();
    int[] city = ((CategoryColumn) table.column("city").orElseThrow()).codes();
    float[] truth = new float[table.rows()];
    for (int row = 0; row < truth.length; row++) {
      double value = one[row] > 0.3 ? 2 : -1;
      value += Float.isNaN(two[row]) ? 1.5 : two[row] * two[row] - 1;
      value += city[row] == 1 || city[row] == 5 ? 2 : 0;
      truth[row] = (float) (value + 0.3 * random.nextGaussian());
    }
    return truth;
  }

  /** Whether the truth is above its usual. */
  public static LabelledTable binary(int rows, long seed) {
    Table table = table(rows, seed);
    float[] truth = truth(table, seed + 1);
    boolean[] high = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      high[row] = truth[row] > 1;
    }
    return new LabelledTable(table, ClassTarget.of(high));
  }

  /** Low, middle or high. */
  public static LabelledTable several(int rows, long seed) {
    Table table = table(rows, seed);
    float[] truth = truth(table, seed + 1);
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      codes[row] = truth[row] < 0 ? 0 : truth[row] < 2 ? 1 : 2;
    }
    return new LabelledTable(table, new ClassTarget(List.of("low", "middle", "high"), codes));
  }

  /** The truth itself. */
  public static LabelledTable number(int rows, long seed) {
    Table table = table(rows, seed);
    return new LabelledTable(table, new NumberTarget(truth(table, seed + 1)));
  }

  /** The default options but for some. */
  public static GradientBoosting.Options boosting(Map<String, String> changes) {
    return OptionsForm.of(new GradientBoosting()).parse(changes);
  }
}
