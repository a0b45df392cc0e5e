package io.shopkeeper.ml.tree.forest;

/**
 * How a tree may grow.
 *
 * @param depth the most splits from the root to a leaf; 0 for any number
 * @param minRows the least rows in a leaf
 * @param features how many are looked at for each split, at least 1
 */
public record CartLimits(int depth, int minRows, int features) {}
