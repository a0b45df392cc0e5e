package io.shopkeeper.ml.table.encode;

import java.util.ArrayList;
import java.util.List;

/**
 * Σ weight × encoded number + a constant, of one row as it is: the encoding is folded into the
 * weights, so a number costs one multiplication and a category one look into a table. Nothing is
 * allocated. Immutable and safe for use by several threads.
 */
public final class WeightedSum {

  private final int[] places;
  private final double[] slopes;
  private final double[] offsets;
  private final double[] ofMissing;
  private final int[] categorical;
  private final double[][] ofCategory;
  private final double constant;

  private WeightedSum(List<Measure> numbers, List<Category> categories, double constant) {
    this.places = numbers.stream().mapToInt(Measure::place).toArray();
    this.slopes = numbers.stream().mapToDouble(Measure::slope).toArray();
    this.offsets = numbers.stream().mapToDouble(Measure::offset).toArray();
    this.ofMissing = numbers.stream().mapToDouble(Measure::missing).toArray();
    this.categorical = categories.stream().mapToInt(Category::place).toArray();
    this.ofCategory = categories.stream().map(Category::values).toArray(double[][]::new);
    this.constant = constant;
  }

  private record Measure(int place, double slope, double offset, double missing) {}

  /** The last value is that of a missing cell. */
  private record Category(int place, double[] values) {}

  /**
   * Folds.
   *
   * @param weights of the encoded numbers, from {@code at} on
   * @param constant what is added
   */
  public static WeightedSum of(Encoder encoder, float[] weights, int at, double constant) {
    List<Measure> numbers = new ArrayList<>();
    List<Category> categories = new ArrayList<>();
    int from = at;
    for (int place = 0; place < encoder.codes().size(); place++) {
      switch (encoder.codes().get(place)) {
        case NumberCode code -> numbers.add(number(place, code, weights, from));
        case CategoryCode code -> categories.add(new Category(place, values(code, weights, from)));
      }
      from += encoder.codes().get(place).width();
    }
    return new WeightedSum(numbers, categories, constant);
  }

  private static Measure number(int place, NumberCode code, float[] weights, int at) {
    double slope = weights[at] * code.scale();
    double missing = (double) weights[at] * code.absent();
    return new Measure(
        place, slope, -slope * code.centre(), code.missing() ? missing + weights[at + 1] : missing);
  }

  private static double[] values(CategoryCode code, float[] weights, int at) {
    double[] values = new double[code.columns().length + 1];
    for (int category = 0; category < values.length; category++) {
      int one = code.one(category < values.length - 1 ? category : Float.NaN);
      values[category] = one < 0 ? 0 : weights[at + one];
    }
    return values;
  }

  /**
   * The sum of a row.
   *
   * @param rows floats as of {@link Encoder#schema}
   * @param offset where the row begins
   */
  public double of(float[] rows, int offset) {
    // Two sums at once: one alone waits for each addition.
    double even = constant;
    double odd = 0;
    int i = 0;
    for (; i + 1 < places.length; i += 2) {
      even += term(i, rows[offset + places[i]]);
      odd += term(i + 1, rows[offset + places[i + 1]]);
    }
    if (i < places.length) {
      even += term(i, rows[offset + places[i]]);
    }
    for (int j = 0; j < categorical.length; j++) {
      float code = rows[offset + categorical[j]];
      double[] values = ofCategory[j];
      odd += values[!Float.isNaN(code) ? (int) code : values.length - 1];
    }
    return even + odd;
  }

  private double term(int i, float value) {
    return !Float.isNaN(value) ? value * slopes[i] + offsets[i] : ofMissing[i];
  }
}
