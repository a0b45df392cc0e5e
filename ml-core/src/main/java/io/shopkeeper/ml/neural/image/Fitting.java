package io.shopkeeper.ml.neural.image;

import io.shopkeeper.ml.data.Shuffle;
import io.shopkeeper.ml.neural.loss.Counted;
import io.shopkeeper.ml.neural.train.Epochs;
import io.shopkeeper.ml.neural.train.Learner;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** Epochs over shuffled images, and what is measured after each. */
final class Fitting implements Epochs.Work {

  /** Images that are looked at between two questions whether to stop. */
  private static final int AT_ONCE = 256;

  private final Learner learner;
  private final Counted counted;
  private final int[] learnt;
  private final int[] held;
  private final float[] outputs;
  private final SplittableRandom random;
  private final TrainingListener listener;

  /**
   * Gets ready.
   *
   * @param learnt images, shuffled at each epoch
   * @param held out, perhaps none
   */
  Fitting(
      Learner learner,
      Counted counted,
      int[] learnt,
      int[] held,
      SplittableRandom random,
      TrainingListener listener) {
    this.learner = learner;
    this.counted = counted;
    this.learnt = learnt;
    this.held = held;
    this.outputs = new float[AT_ONCE * counted.outputs()];
    this.random = random;
    this.listener = listener;
  }

  @Override
  public double learn(int epoch) {
    Shuffle.of(learnt, random);
    double loss = learner.learn(learnt, epoch, random, listener);
    listener.measured("accuracy train", epoch + 1, counted.accuracy(learnt));
    return loss;
  }

  @Override
  public OptionalDouble validate(int step) {
    if (held.length == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int from = 0; from < held.length; from += AT_ONCE) {
      listener.stopIfCancelled();
      int[] part = Arrays.copyOfRange(held, from, Math.min(held.length, from + AT_ONCE));
      sum += part.length * learner.measure(part, outputs);
    }
    listener.measured("accuracy validation", step, counted.accuracy(held));
    return OptionalDouble.of(sum / held.length);
  }
}
