package io.shopkeeper.ml.neural.train;

import io.shopkeeper.ml.neural.optimiser.Method;
import io.shopkeeper.ml.neural.optimiser.Schedule;

/**
 * How a network is trained.
 *
 * @param epochs passes over the rows at most, at least 1
 * @param batch rows of a mini-batch, at least 1
 * @param rate the highest
 * @param warmUp part of all steps in which the rate rises
 * @param decay how much weights are drawn to 0
 * @param clip the longest gradient, which longer ones are shortened to; 0 for as long as they are
 * @param patience epochs without a smaller loss on validation before it ends; 0 for never
 */
public record Plan(
    int epochs,
    int batch,
    Method method,
    double rate,
    Schedule schedule,
    double warmUp,
    double decay,
    double clip,
    int patience) {

  /** The rate at a part of the whole training, 0 to 1. */
  public float rate(double progress) {
    return (float) (rate * schedule.part(progress, warmUp));
  }
}
