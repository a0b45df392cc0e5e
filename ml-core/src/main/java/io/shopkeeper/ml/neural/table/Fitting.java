package io.shopkeeper.ml.neural.table;

import io.shopkeeper.ml.data.Shuffle;
import io.shopkeeper.ml.metric.BinaryScores;
import io.shopkeeper.ml.neural.loss.Counted;
import io.shopkeeper.ml.neural.train.Epochs;
import io.shopkeeper.ml.neural.train.Learner;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** Epochs over shuffled rows, and what is measured after each. */
final class Fitting implements Epochs.Work {

  private final Learner learner;
  private final Truth truth;
  private final Counted counted;
  private final int[] learnt;
  private final int[] held;
  private final float[] outputs;
  private final SplittableRandom random;
  private final TrainingListener listener;

  /**
   * Gets ready.
   *
   * @param learnt rows, shuffled at each epoch
   * @param held out, perhaps none
   */
  Fitting(
      Learner learner,
      Truth truth,
      Counted counted,
      int[] learnt,
      int[] held,
      SplittableRandom random,
      TrainingListener listener) {
    this.learner = learner;
    this.truth = truth;
    this.counted = counted;
    this.learnt = learnt;
    this.held = held;
    this.outputs = new float[held.length * truth.outputs()];
    this.random = random;
    this.listener = listener;
  }

  @Override
  public double learn(int epoch) {
    Shuffle.of(learnt, random);
    double loss = learner.learn(learnt, epoch, random, listener);
    if (!truth.classes().isEmpty()) {
      listener.measured("accuracy train", epoch + 1, counted.accuracy(learnt));
    }
    return loss;
  }

  @Override
  public OptionalDouble validate(int step) {
    listener.stopIfCancelled();
    if (held.length == 0) {
      return OptionalDouble.empty();
    }
    double loss = learner.measure(held, outputs);
    if (!truth.classes().isEmpty()) {
      listener.measured("accuracy validation", step, counted.accuracy(held));
    }
    if (truth.classes().size() == 2) {
      double auc = auc();
      if (Double.isFinite(auc)) {
        listener.measured("auc validation", step, auc);
      }
    }
    return OptionalDouble.of(loss);
  }

  private double auc() {
    double[] scores = new double[held.length];
    boolean[] positive = new boolean[held.length];
    for (int i = 0; i < held.length; i++) {
      scores[i] = outputs[i];
      positive[i] = truth.codes()[held[i]] == 1;
    }
    return new BinaryScores(scores, positive).auc();
  }
}
