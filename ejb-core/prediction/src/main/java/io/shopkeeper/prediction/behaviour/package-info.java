/**
 * What people did and ordered, as columns in memory ({@link
 * io.shopkeeper.prediction.behaviour.ShopLog}), read from the catalog when the server starts and
 * kept up to date by looking for what came since. The counting is {@code ml.behaviour}; what others
 * may ask is {@code boundary.behaviour}. Example: {@code log.current(patience)}.
 */
package io.shopkeeper.prediction.behaviour;
