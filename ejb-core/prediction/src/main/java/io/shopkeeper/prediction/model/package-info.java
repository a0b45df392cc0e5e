/**
 * The artefact that a training makes and serving loads. Plain Java. Example: {@code
 * PredictionModel.read(artefact).model().classes()}.
 */
package io.shopkeeper.prediction.model;
