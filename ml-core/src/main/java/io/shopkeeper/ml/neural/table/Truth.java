package io.shopkeeper.ml.neural.table;

import io.shopkeeper.ml.neural.loss.BinaryCrossEntropy;
import io.shopkeeper.ml.neural.loss.Loss;
import io.shopkeeper.ml.neural.loss.SoftmaxCrossEntropy;
import io.shopkeeper.ml.neural.loss.SquaredError;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import java.util.Arrays;
import java.util.List;

/**
 * What the rows should become.
 *
 * @param classes empty where numbers are learnt
 * @param codes the place of the class of each row; empty where numbers are learnt
 * @param values the number of each row less the mean, over the deviation; empty for classes
 * @param weights what each row counts; 1 on average
 * @param mean of the numbers
 * @param deviation of the numbers, 1 where they are all alike
 */
record Truth(
    List<String> classes,
    int[] codes,
    float[] values,
    float[] weights,
    double mean,
    double deviation) {

  private static final int FEWEST_ROWS = 2;

  /**
   * Of a table.
   *
   * @param balanced whether each class counts as much as the others
   * @throws IllegalArgumentException if there is too little to learn from
   */
  static Truth of(LabelledTable data, boolean balanced) {
    if (data.rows() < FEWEST_ROWS) {
      throw new IllegalArgumentException(
          "%s needs at least %d rows, but there are %d"
              .formatted(MultilayerPerceptron.NAME, FEWEST_ROWS, data.rows()));
    }
    float[] weights = data.weights().map(float[]::clone).orElseGet(() -> ones(data.rows()));
    return switch (data.target()) {
      case ClassTarget target -> classes(target, weights, balanced);
      case NumberTarget target -> numbers(target, weights);
    };
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static Truth classes(ClassTarget target, float[] weights, boolean balanced) {
    double[] sums = new double[target.classes().size()];
    for (int row = 0; row < weights.length; row++) {
      sums[target.codes()[row]] += weights[row];
    }
    if (Arrays.stream(sums).filter(sum -> sum > 0).count() < 2) {
      throw new IllegalArgumentException(
          "%s needs rows of at least 2 classes that count more than 0, but has only one class in %,d rows"
              .formatted(MultilayerPerceptron.NAME, weights.length));
    }
    for (int row = 0; balanced && row < weights.length; row++) {
      double sum = sums[target.codes()[row]];
      weights[row] = sum > 0 ? (float) (weights[row] / sum) : 0;
    }
    scale(weights);
    return new Truth(target.classes(), target.codes(), new float[0], weights, 0, 1);
  }

  private static Truth numbers(NumberTarget target, float[] weights) {
    scale(weights);
    double mean = 0;
    for (int row = 0; row < weights.length; row++) {
      mean += weights[row] * (double) target.values()[row] / weights.length;
    }
    double variance = 0;
    for (int row = 0; row < weights.length; row++) {
      double difference = target.values()[row] - mean;
      variance += weights[row] * difference * difference / weights.length;
    }
    double deviation = variance > 0 ? Math.sqrt(variance) : 1;
    float[] values = new float[weights.length];
    for (int row = 0; row < weights.length; row++) {
      values[row] = (float) ((target.values()[row] - mean) / deviation);
    }
    return new Truth(List.of(), new int[0], values, weights, mean, deviation);
  }

  private static void scale(float[] weights) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "%s needs rows that count more than 0, but all %,d weights are 0"
              .formatted(MultilayerPerceptron.NAME, weights.length));
    }
    for (int row = 0; row < weights.length; row++) {
      weights[row] *= (float) (weights.length / sum);
    }
  }

  /** Outputs of a network: one for a number or a yes, else one for each class. */
  int outputs() {
    return classes.size() <= 2 ? 1 : classes.size();
  }

  /** What the network is to make small. */
  Loss loss() {
    if (classes.isEmpty()) {
      return new SquaredError(values, weights);
    }
    return outputs() == 1
        ? new BinaryCrossEntropy(codes, weights)
        : new SoftmaxCrossEntropy(classes.size(), codes, weights, 0);
  }

  /** Where an output begins: the log-odds or logarithms of the classes' shares among rows. */
  float[] start(int[] rows) {
    float[] start = new float[outputs()];
    if (classes.isEmpty()) {
      return start;
    }
    double[] sums = new double[classes.size()];
    Arrays.fill(sums, 1);
    for (int row : rows) {
      sums[codes[row]] += weights[row];
    }
    if (sums.length == 2) {
      start[0] = (float) Math.log(sums[1] / sums[0]);
    } else {
      for (int i = 0; i < sums.length; i++) {
        start[i] = (float) Math.log(sums[i] / rows.length);
      }
    }
    return start;
  }
}
