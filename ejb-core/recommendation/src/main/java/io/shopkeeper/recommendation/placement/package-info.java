/**
 * The tables of placements: which recipes there are, which is live. May use entity only. Example:
 * {@code store.find("home").map(PlacementEntry::liveVersion)}.
 */
package io.shopkeeper.recommendation.placement;
