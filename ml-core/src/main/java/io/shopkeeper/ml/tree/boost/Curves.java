package io.shopkeeper.ml.tree.boost;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Tells of the loss after each tree: on a sample of the training rows, and on all validation rows.
 */
final class Curves {

  private static final int SAMPLE = 4096;
  private static final int BLOCK = 1024;

  private final Loss loss;
  private final int[] training;
  private final int[] validation;
  private final Workers workers;
  private final TrainingListener listener;

  Curves(Loss loss, int[] training, int[] validation, Workers workers, TrainingListener listener) {
    this.loss = loss;
    this.training = sample(training);
    this.validation = validation;
    this.workers = workers;
    this.listener = listener;
  }

  private static int[] sample(int[] rows) {
    return rows.length <= SAMPLE
        ? rows
        : IntStream.range(0, SAMPLE)
            .map(i -> rows[(int) ((long) i * rows.length / SAMPLE)])
            .toArray();
  }

  /** The loss on the validation rows; NaN if there are none. */
  double measure(int step, float[][] scores) {
    listener.measured("loss train", step, mean(training, scores));
    if (validation.length == 0) {
      return Double.NaN;
    }
    double value = mean(validation, scores);
    listener.measured("loss validation", step, value);
    return value;
  }

  private double mean(int[] rows, float[][] scores) {
    int blocks = (rows.length + BLOCK - 1) / BLOCK;
    double[] losses = new double[blocks];
    double[] weights = new double[blocks];
    workers
        .forSmall(rows.length)
        .forEach(
            blocks,
            block -> {
              int end = Math.min(rows.length, (block + 1) * BLOCK);
              double sum = 0;
              double weight = 0;
              for (int i = block * BLOCK; i < end; i++) {
                sum += loss.loss(scores, rows[i]);
                weight += loss.weight(rows[i]);
              }
              losses[block] = sum;
              weights[block] = weight;
            });
    double weight = DoubleStream.of(weights).sum();
    return weight > 0 ? DoubleStream.of(losses).sum() / weight : 0;
  }
}
