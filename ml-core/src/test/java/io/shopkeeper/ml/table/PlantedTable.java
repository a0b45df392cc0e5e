package io.shopkeeper.ml.table;

import io.shopkeeper.ml.metric.NumberMetrics;
import io.shopkeeper.ml.table.TableAlgorithm.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A table with a known rule behind it: a score of age, price and city, a tenth of the numbers and
 * cities missing, and a column of noise.
 *
 * @param fresh rows that the training does not see
 */
record PlantedTable(LabelledTable training, LabelledTable fresh) {

  private static final int ROWS = 600;
  private static final int FRESH = 400;
  private static final List<String> CITIES = List.of("Berlin", "Rom", "上海");
  private static final double[] OF_CITY = {-1.5, 0, 1.5};

  static PlantedTable of(Task task, long seed) {
    var random = new SplittableRandom(seed);
    int rows = ROWS + FRESH;
    float[] age = new float[rows];
    float[] price = new float[rows];
    float[] noise = new float[rows];
    int[] city = new int[rows];
    double[] score = new double[rows];
    for (int row = 0; row < rows; row++) {
      age[row] = 18 + random.nextInt(60);
      price[row] = (float) random.nextDouble(1, 100);
      noise[row] = (float) random.nextDouble();
      city[row] = random.nextInt(CITIES.size());
      score[row] = (age[row] - 48) / 12.0 - (price[row] - 50) / 40 + OF_CITY[city[row]];
      if (random.nextInt(20) == 0) {
        noise[row] = Float.NaN;
      }
      if (random.nextInt(100) == 0) {
        city[row] = CategoryColumn.MISSING;
      }
    }
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new NumberColumn("age", age),
                new NumberColumn("price", price),
                new CategoryColumn("city", CITIES, city),
                new NumberColumn("noise", noise)));
    var all = new LabelledTable(new Table(columns), target(task, score));
    return new PlantedTable(all.select(range(0, ROWS)), all.select(range(ROWS, rows)));
  }

  private static Target target(Task task, double[] score) {
    int[] codes = new int[score.length];
    float[] values = new float[score.length];
    for (int row = 0; row < score.length; row++) {
      codes[row] =
          task == Task.BINARY
              ? score[row] > 0 ? 1 : 0
              : score[row] < -0.8 ? 0 : score[row] > 0.8 ? 2 : 1;
      values[row] = (float) (100 + 10 * score[row]);
    }
    return switch (task) {
      case BINARY -> new ClassTarget(List.of("no", "yes"), codes);
      case MULTICLASS -> new ClassTarget(List.of("low", "middle", "high"), codes);
      case REGRESSION -> new NumberTarget(values);
    };
  }

  private static int[] range(int from, int to) {
    int[] range = new int[to - from];
    for (int i = 0; i < range.length; i++) {
      range[i] = from + i;
    }
    return range;
  }

  /** The share of fresh rows whose class is found; of numbers, how much of the spread. */
  double accuracy(TableModel model) {
    double[][] predicted = model.predict(fresh.features());
    if (fresh.target() instanceof NumberTarget truth) {
      double[] numbers = new double[predicted.length];
      for (int row = 0; row < numbers.length; row++) {
        numbers[row] = predicted[row][0];
      }
      return NumberMetrics.of(numbers, truth.values()).r2();
    }
    int[] codes = ((ClassTarget) fresh.target()).codes();
    int right = 0;
    for (int row = 0; row < codes.length; row++) {
      int best = 0;
      for (int i = 1; i < predicted[row].length; i++) {
        best = predicted[row][i] > predicted[row][best] ? i : best;
      }
      right += best == codes[row] ? 1 : 0;
    }
    return (double) right / codes.length;
  }
}
