/**
 * Learns a model from the shop's events, measures it on a later part of them and registers it. May
 * use features, model, platform and catalog; serving knows nothing of it. Example: {@code
 * Algorithm.ITEM_NEIGHBOURS_SEED.train(interactions, listener)}.
 */
package io.shopkeeper.recommendation.training;
