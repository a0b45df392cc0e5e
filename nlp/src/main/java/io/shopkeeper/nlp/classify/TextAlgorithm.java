package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.algorithm.Algorithm;

/**
 * Learns to tell classes of texts apart.
 *
 * @param <O> its options
 */
public interface TextAlgorithm<O extends Record> extends Algorithm<LabelledTexts, O, TextModel> {}
