/**
 * Predictions from tables of the shop's own: {@code dataSets.add("visits", file, "anna")} keeps a
 * table, {@code training.train("prediction-visits", request, "anna")} learns to predict its target,
 * and {@code predictions.of("prediction-visits", rows)} predicts with the version that is live.
 */
package io.shopkeeper.prediction.boundary;
