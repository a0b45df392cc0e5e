package io.shopkeeper.ml.explain;

/**
 * A feature's part in a model of trees.
 *
 * @param feature its name
 * @param gain share of the loss that splits of the feature took away; all features add up to 1
 * @param cover share of the rows, weighted as the training weighted them, that passed such splits;
 *     all features add up to 1
 * @param splits how many there are
 */
public record FeatureImportance(String feature, double gain, double cover, int splits) {}
