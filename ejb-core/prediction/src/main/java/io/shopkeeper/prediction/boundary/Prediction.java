package io.shopkeeper.prediction.boundary;

import java.util.List;
import java.util.Map;

/**
 * What is predicted for a row.
 *
 * @param value the class that is most probable, or the number as text
 * @param probabilities of each class, which add up to 1; empty for a number
 * @param number null for a class
 * @param version of the model that predicts
 * @param explanation null where the algorithm cannot explain itself
 */
public record Prediction(
    String value,
    Map<String, Double> probabilities,
    Double number,
    int version,
    Explanation explanation) {

  /**
   * Why: the base and all contributions add up to the margin, which is the number itself, or for
   * classes the logarithm of odds before they are calibrated.
   *
   * @param of the class whose margin it is: of two the positive one, of several the predicted one;
   *     null for a number
   * @param base what the model says before it knows anything of the row
   * @param contributions what each column adds to that, the weightiest first
   */
  public record Explanation(String of, double base, List<Contribution> contributions) {}

  /** What a column adds. */
  public record Contribution(String column, double value) {}
}
