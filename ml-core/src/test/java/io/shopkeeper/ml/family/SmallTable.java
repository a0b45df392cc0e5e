package io.shopkeeper.ml.family;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableAlgorithm;
import java.util.List;
import java.util.SplittableRandom;

/** Eighty rows of numbers, categories and gaps, with the target that an algorithm is for. */
final class SmallTable {

  private static final int ROWS = 80;
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  private SmallTable() {}

  static LabelledTable of(TableAlgorithm<?> algorithm) {
    var random = new SplittableRandom(6);
    float[] price = new float[ROWS];
    float[] age = new float[ROWS];
    int[] colour = new int[ROWS];
    float[] value = new float[ROWS];
    boolean[] bought = new boolean[ROWS];
    for (int row = 0; row < ROWS; row++) {
      price[row] = (float) random.nextDouble(1, 100);
      age[row] = random.nextInt(20) == 0 ? Float.NaN : 18 + random.nextInt(60);
      colour[row] = random.nextInt(15) == 0 ? CategoryColumn.MISSING : random.nextInt(3);
      value[row] = 50 - price[row] + 20 * colour[row] + 10 * (float) random.nextDouble();
      bought[row] = value[row] > 20;
    }
    var table =
        new Table(
            List.of(
                new NumberColumn("price", price),
                new NumberColumn("age", age),
                new CategoryColumn("colour", COLOURS, colour)));
    return new LabelledTable(
        table,
        algorithm.tasks().contains(TableAlgorithm.Task.BINARY)
            ? ClassTarget.of(bought)
            : new NumberTarget(value));
  }
}
