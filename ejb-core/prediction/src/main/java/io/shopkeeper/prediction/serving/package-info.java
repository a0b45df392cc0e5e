/**
 * Holds the live versions in memory. Knows nothing of training. Example: {@code
 * live.current("prediction-visits").map(serving -> serving.version())}.
 */
package io.shopkeeper.prediction.serving;
