/**
 * How far the payments of today have moved from those that the live version learnt from: its scores
 * and its features, by the population stability index of {@code ml.drift}.
 */
package io.shopkeeper.fraud.drift;
