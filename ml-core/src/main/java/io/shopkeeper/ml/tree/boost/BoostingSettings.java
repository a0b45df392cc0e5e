package io.shopkeeper.ml.tree.boost;

import io.shopkeeper.ml.tree.grow.GrowthLimits;

/**
 * How a boosting goes.
 *
 * @param trees the most, of each output
 * @param rate what a tree's values are multiplied with
 * @param rowShare of the rows that each tree sees
 * @param columnShare of the features that each tree sees
 * @param patience trees without a better validation loss after which it ends
 * @param limits of each tree
 */
public record BoostingSettings(
    int trees,
    double rate,
    double rowShare,
    double columnShare,
    int patience,
    GrowthLimits limits) {}
