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
 * @param base what the model says before it knows anything of the row, as a margin; null where the
 *     algorithm cannot explain itself
 * @param contributions what each column adds to that, the weightiest first; with the base they add
 *     up to the margin of the last class, or the number. Empty where the algorithm cannot say
 */
public record Prediction(
    String value,
    Map<String, Double> probabilities,
    Double number,
    int version,
    Double base,
    List<Contribution> contributions) {

  /** What a column adds. */
  public record Contribution(String column, double value) {}
}
