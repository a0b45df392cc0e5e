package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import java.util.Arrays;

/** Checks and weighs rows with classes. */
final class ClassRows {

  private ClassRows() {}

  /**
   * The classes of a table.
   *
   * @throws IllegalArgumentException if it has none, or too few rows
   */
  static ClassTarget of(LabelledTable data, String algorithm) {
    if (!(data.target() instanceof ClassTarget target)) {
      throw new IllegalArgumentException(
          algorithm + " learns classes, 2 or more; the target is a number");
    }
    if (target.classes().size() < 2 || data.rows() < 2) {
      throw new IllegalArgumentException(
          "%s needs at least 2 classes and 2 rows, but there are %d and %d"
              .formatted(algorithm, target.classes().size(), data.rows()));
    }
    if (data.rows() > 0 && Arrays.stream(target.counts()).filter(count -> count > 0).count() < 2) {
      throw new IllegalArgumentException(
          "%s needs rows of at least 2 classes, but all %,d are of one"
              .formatted(algorithm, data.rows()));
    }
    return target;
  }

  /** What each row counts; balanced, each class counts as much as the others. */
  static float[] weights(LabelledTable data, ClassTarget target, boolean balanced) {
    float[] weights = new float[data.rows()];
    float[] given = data.weights().orElse(null);
    double[] ofClass = new double[target.classes().size()];
    double all = 0;
    for (int row = 0; row < weights.length; row++) {
      weights[row] = given == null ? 1 : given[row];
      ofClass[target.codes()[row]] += weights[row];
      all += weights[row];
    }
    if (balanced) {
      long present = Arrays.stream(ofClass).filter(sum -> sum > 0).count();
      for (int row = 0; row < weights.length; row++) {
        double sum = ofClass[target.codes()[row]];
        weights[row] *= sum > 0 ? (float) (all / (present * sum)) : 0;
      }
    }
    return weights;
  }
}
