package io.shopkeeper.cli.worked;

import io.shopkeeper.ml.evaluation.Interval;
import java.util.List;
import java.util.Map;

/**
 * What a worked case found.
 *
 * @param name of the case
 * @param about what is measured, in one sentence
 * @param optimum the figure of who knows the truth and not the chance
 * @param published the figure that the case was given with
 * @param models in the order in which they are shown
 */
record WorkedReport(
    String name,
    String about,
    int trainRows,
    int testRows,
    double optimum,
    double published,
    List<Model> models) {

  /**
   * A model's figure.
   *
   * @param interval 95 %
   * @param curves by name, a point for each step
   */
  record Model(
      String name,
      double accuracy,
      Interval interval,
      double trainSeconds,
      Map<String, List<Double>> curves) {}
}
