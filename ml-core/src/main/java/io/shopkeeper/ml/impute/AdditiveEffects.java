package io.shopkeeper.ml.impute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A number as a mean plus one effect for each attribute: x̂ = μ + Σ_a e_a(v_a), fitted by
 * backfitting (J. Friedman, W. Stuetzle, "Projection Pursuit Regression", 1981) with each effect
 * drawn to 0 by a weight λ: e = Σ residuals / (n + λ), so that a brand with one product says
 * little. This is ridge regression on indicator columns, solved one column at a time. Prices are
 * given as logarithms, so that effects are factors. An unknown value has no effect. Immutable.
 */
public final class AdditiveEffects {

  private static final int SWEEPS = 12;

  /**
   * A row to learn from.
   *
   * @param values of the attributes, in one order for all rows; null where missing
   */
  public record Row(List<String> values, double target) {}

  private final double mean;
  private final List<Map<String, Double>> effects;
  private final int rows;
  private final double spread;

  private AdditiveEffects(double mean, List<Map<String, Double>> effects, int rows, double spread) {
    this.mean = mean;
    this.effects = effects;
    this.rows = rows;
    this.spread = spread;
  }

  /**
   * Fits.
   *
   * @param lambda how many rows of an effect weigh as much as knowing nothing, not negative
   * @throws IllegalArgumentException if there are no rows or they differ in width
   */
  public static AdditiveEffects fit(List<Row> rows, double lambda) {
    if (rows.isEmpty() || !(lambda >= 0)) {
      throw new IllegalArgumentException("rows must not be empty and lambda not negative");
    }
    int width = rows.getFirst().values().size();
    if (rows.stream().anyMatch(row -> row.values().size() != width)) {
      throw new IllegalArgumentException("rows must all have %d values".formatted(width));
    }
    double mean = rows.stream().mapToDouble(Row::target).average().orElse(0);
    List<Map<String, Double>> effects = new ArrayList<>();
    for (int attribute = 0; attribute < width; attribute++) {
      effects.add(new HashMap<>());
    }
    double[] residuals = rows.stream().mapToDouble(row -> row.target() - mean).toArray();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int attribute = 0; attribute < width; attribute++) {
        refit(rows, attribute, effects.get(attribute), residuals, lambda);
      }
    }
    double squares = 0;
    for (double residual : residuals) {
      squares += residual * residual;
    }
    return new AdditiveEffects(mean, effects, rows.size(), Math.sqrt(squares / rows.size()));
  }

  private static void refit(
      List<Row> rows,
      int attribute,
      Map<String, Double> effects,
      double[] residuals,
      double lambda) {
    Map<String, double[]> sums = new HashMap<>();
    for (int i = 0; i < residuals.length; i++) {
      String value = rows.get(i).values().get(attribute);
      if (value != null) {
        double[] sum = sums.computeIfAbsent(value, key -> new double[2]);
        sum[0] += residuals[i] + effects.getOrDefault(value, 0.0);
        sum[1]++;
      }
    }
    for (int i = 0; i < residuals.length; i++) {
      String value = rows.get(i).values().get(attribute);
      if (value != null) {
        double[] sum = sums.get(value);
        residuals[i] += effects.getOrDefault(value, 0.0) - sum[0] / (sum[1] + lambda);
      }
    }
    sums.forEach((value, sum) -> effects.put(value, sum[0] / (sum[1] + lambda)));
  }

  /** The guess for values in the order of the rows; null for a missing one. */
  public double estimate(List<String> values) {
    double sum = mean;
    for (int attribute = 0; attribute < effects.size(); attribute++) {
      sum += effects.get(attribute).getOrDefault(values.get(attribute), 0.0);
    }
    return sum;
  }

  /** How many of the values it knows: with none the guess is the mean. */
  public int known(List<String> values) {
    int known = 0;
    for (int attribute = 0; attribute < effects.size(); attribute++) {
      if (effects.get(attribute).containsKey(values.get(attribute))) {
        known++;
      }
    }
    return known;
  }

  /** How many rows it was fitted from. */
  public int rows() {
    return rows;
  }

  /** The root of the mean squared error on those rows. */
  public double spread() {
    return spread;
  }
}
