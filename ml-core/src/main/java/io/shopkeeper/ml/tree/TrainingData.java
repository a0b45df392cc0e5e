package io.shopkeeper.ml.tree;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;

/** What trees ask of a table, and its target as floats. */
final class TrainingData {

  private TrainingData() {}

  /**
   * Sees to it that there is something to learn from.
   *
   * @throws IllegalArgumentException if not
   */
  static void check(LabelledTable data) {
    if (data.rows() == 0) {
      throw new IllegalArgumentException(
          "the table has 0 rows; trees need at least 1, and learn from some dozen");
    }
    if (data.target() instanceof ClassTarget target && target.classes().isEmpty()) {
      throw new IllegalArgumentException("the target has no class");
    }
  }

  /** 1 for the second of two classes, else 0. */
  static float[] positive(ClassTarget target) {
    float[] positive = new float[target.rows()];
    for (int row = 0; row < positive.length; row++) {
      positive[row] = target.codes()[row] == 1 ? 1 : 0;
    }
    return positive;
  }

  /** Of a number, each row weighing what it does. */
  static double mean(NumberTarget target, float[] weights) {
    double sum = 0;
    double all = 0;
    for (int row = 0; row < weights.length; row++) {
      sum += (double) weights[row] * target.values()[row];
      all += weights[row];
    }
    return all > 0 ? sum / all : 0;
  }

  /** Each target less a number. */
  static float[] less(NumberTarget target, double centre) {
    float[] rest = new float[target.rows()];
    for (int row = 0; row < rest.length; row++) {
      rest[row] = (float) (target.values()[row] - centre);
    }
    return rest;
  }
}
