package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows with a signal that stands in two nearly equal columns, so that naive Bayes counts it twice;
 * a column of noise and a category that says a little.
 */
public final class TwinColumns {

  private TwinColumns() {}

  /**
   * Makes rows.
   *
   * @param classes 2 or more, equally frequent
   */
  public static LabelledTable of(int rows, int classes, long seed) {
    var random = new SplittableRandom(seed);
    float[] one = new float[rows];
    float[] two = new float[rows];
    float[] noise = new float[rows];
    int[] codes = new int[rows];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = random.nextInt(classes);
      one[row] = (float) (labels[row] + random.nextGaussian());
      two[row] = one[row] + (float) (0.1 * random.nextGaussian());
      noise[row] = (float) random.nextGaussian();
      codes[row] = random.nextInt(4) == 0 ? labels[row] % 3 : random.nextInt(3);
    }
    var table =
        new Table(
            List.of(
                new NumberColumn("one", one),
                new NumberColumn("two", two),
                new NumberColumn("noise", noise),
                new CategoryColumn("colour", List.of("blue", "green", "red"), codes)));
    List<String> names = IntStream.range(0, classes).mapToObj(code -> "c" + code).toList();
    return new LabelledTable(table, new ClassTarget(names, labels));
  }
}
