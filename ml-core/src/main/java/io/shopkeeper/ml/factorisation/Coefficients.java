package io.shopkeeper.ml.factorisation;

import java.util.Arrays;

/**
 * One number a feature, normal about the mean of its group, and what they add up to in each row.
 * For one thread.
 */
final class Coefficients {

  private static final double FIRST_PRECISION = 10;

  private final Features features;
  private final double[] values;
  private final double[] sums;
  private final double[] means;
  private final double[] precisions;

  /**
   * @param spread of the first values
   */
  Coefficients(Features features, double spread, Draws draws) {
    this.features = features;
    this.values = new double[features.size()];
    this.sums = new double[features.rows()];
    this.means = new double[features.groups()];
    this.precisions = new double[features.groups()];
    Arrays.fill(precisions, FIRST_PRECISION);
    if (spread > 0) {
      for (int feature = 0; feature < values.length; feature++) {
        move(feature, draws.normal(0, 1 / (spread * spread)), null, null);
      }
    }
  }

  /** Of each row; changes as values are drawn. */
  double[] sums() {
    return sums;
  }

  /** What a row that nothing is known of is expected to have. */
  double expected() {
    return means[0];
  }

  /** Draws the mean and the precision of each group from what its values are. */
  void drawGroups(Draws draws) {
    int groups = means.length;
    double[] sum = new double[groups];
    double[] squares = new double[groups];
    int[] count = new int[groups];
    for (int feature = 0; feature < values.length; feature++) {
      int group = features.group()[feature];
      double distance = values[feature] - means[group];
      sum[group] += values[feature];
      squares[group] += distance * distance;
      count[group]++;
    }
    for (int group = 0; group < groups; group++) {
      double rate = 1 + squares[group] + means[group] * means[group];
      precisions[group] = draws.gamma((2 + count[group]) / 2.0, rate / 2);
      int weight = count[group] + 1;
      means[group] = draws.normal(sum[group] / weight, precisions[group] * weight);
    }
  }

  /**
   * Draws each value given all others.
   *
   * @param noise α, the precision of the ratings
   * @param weights Σq² over the ratings of each row, q being what a row's sum is multiplied by
   * @param pulls Σ error · q of each row; changed with the values
   */
  void draw(double noise, double[] weights, double[] pulls, Draws draws) {
    int[] starts = features.byFeature().starts();
    int[] rows = features.byFeature().indices();
    float[] cells = features.byFeature().values();
    for (int feature = 0; feature < values.length; feature++) {
      double weight = 0;
      double pull = 0;
      for (int cell = starts[feature]; cell < starts[feature + 1]; cell++) {
        double x = cells[cell];
        weight += x * x * weights[rows[cell]];
        pull += x * pulls[rows[cell]];
      }
      int group = features.group()[feature];
      double precision = precisions[group] + noise * weight;
      double mean =
          (precisions[group] * means[group] + noise * (pull + values[feature] * weight))
              / precision;
      move(feature, draws.normal(mean, precision), weights, pulls);
    }
  }

  private void move(int feature, double value, double[] weights, double[] pulls) {
    double change = value - values[feature];
    values[feature] = value;
    int[] starts = features.byFeature().starts();
    for (int cell = starts[feature]; cell < starts[feature + 1]; cell++) {
      int row = features.byFeature().indices()[cell];
      double part = change * features.byFeature().values()[cell];
      sums[row] += part;
      if (pulls != null) {
        pulls[row] -= part * weights[row];
      }
    }
  }
}
