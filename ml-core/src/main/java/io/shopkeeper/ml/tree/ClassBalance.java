package io.shopkeeper.ml.tree;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import java.util.Arrays;

/** Whether rare classes count more. */
public enum ClassBalance {
  /** Each row counts alike; probabilities are those of the data. */
  NONE,
  /** Each class counts alike; probabilities of rare classes are then too high. */
  BALANCED;

  /** What each row counts, the table's own weights being heeded. */
  float[] weights(LabelledTable data) {
    float[] weights = new float[data.rows()];
    Arrays.fill(weights, 1);
    if (data.weights().isPresent()) {
      System.arraycopy(data.weights().get(), 0, weights, 0, weights.length);
    }
    if (this == BALANCED && data.target() instanceof ClassTarget target) {
      double[] sums = new double[target.classes().size()];
      double all = 0;
      for (int row = 0; row < weights.length; row++) {
        sums[target.codes()[row]] += weights[row];
        all += weights[row];
      }
      long present = Arrays.stream(sums).filter(sum -> sum > 0).count();
      for (int row = 0; row < weights.length; row++) {
        double sum = sums[target.codes()[row]];
        weights[row] *= sum > 0 ? (float) (all / (present * sum)) : 0;
      }
    }
    return weights;
  }
}
