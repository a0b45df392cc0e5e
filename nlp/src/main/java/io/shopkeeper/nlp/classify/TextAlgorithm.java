package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.training.TrainingListener;

/**
 * Learns to tell classes of texts apart.
 *
 * @param <O> its options
 */
public interface TextAlgorithm<O extends Record> extends Algorithm<LabelledTexts, O, TextModel> {

  /**
   * Learns, and says what it would have made of the training texts had it not seen them.
   *
   * @throws IllegalArgumentException if there are texts of fewer than two classes
   */
  LearntText learn(LabelledTexts data, O options, long seed, TrainingListener listener);

  @Override
  default TextModel train(LabelledTexts data, O options, long seed, TrainingListener listener) {
    return learn(data, options, seed, listener).model();
  }
}
