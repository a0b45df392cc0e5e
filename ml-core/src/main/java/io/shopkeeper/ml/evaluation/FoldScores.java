package io.shopkeeper.ml.evaluation;

import java.util.List;

/**
 * The figures of several folds.
 *
 * @param values one for each fold
 */
public record FoldScores(List<Double> values) {

  public FoldScores {
    values = List.copyOf(values);
  }

  /** The mean; NaN of none. */
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** The sample's standard deviation; NaN of fewer than two. */
  public double deviation() {
    double mean = mean();
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
  }

  /**
   * The standard error of the mean as if the folds were independent. They share training rows, so
   * it is too small rather than too great (Y. Bengio, Y. Grandvalet, JMLR 5, 2004).
   */
  public double standardError() {
    return deviation() / Math.sqrt(values.size());
  }
}
