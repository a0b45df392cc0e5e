package io.shopkeeper.nlp.classify;

/**
 * A text as a vector.
 *
 * @param features rising
 * @param values of the features
 */
record SparseText(int[] features, float[] values) {}
