package io.shopkeeper.ml.algorithm;

import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/**
 * One way of learning. Implementations have no state and are safe for use by several threads.
 *
 * <p>Contract, checked by a shared suite: the same data, options, seed and kernels give the same
 * bytes; a cancelled training throws {@link io.shopkeeper.ml.training.TrainingCancelledException}
 * and leaves nothing behind; what {@link TrainedModel#write} stored, {@link #read} makes equal
 * again; empty, constant, missing and repeated data give either a model or an {@link
 * IllegalArgumentException} that says what is missing and how much is needed.
 *
 * @param <D> what it learns from
 * @param <O> its options: a record whose components carry {@link Limits} and whose compact
 *     constructor checks them
 * @param <M> what it gives
 */
public interface Algorithm<D, O extends Record, M extends TrainedModel> {

  /** The name outside, in lower case with hyphens, such as {@code gradient-boosting}. */
  String name();

  /**
   * Named options for usual purposes, the default first; never empty. The names are in lower case
   * with hyphens.
   */
  Map<String, O> presets();

  /** What is used when nobody chooses. */
  default O standard() {
    return presets().values().iterator().next();
  }

  /**
   * Learns.
   *
   * @param seed of everything random
   * @param listener hears of progress and of the curves, and can stop it
   * @throws IllegalArgumentException if the data does not fit; says what is missing
   */
  M train(D data, O options, long seed, TrainingListener listener);

  /**
   * Makes a stored model again.
   *
   * @throws IOException if the bytes are not such a model, are damaged, or are of a later format
   */
  M read(DataInput in) throws IOException;
}
