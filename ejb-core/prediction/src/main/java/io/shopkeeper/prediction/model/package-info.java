/**
 * What a training makes and others load: the artefact, and the rows that were held out. Plain Java;
 * the worker carries it. Example: {@code PredictionModel.read(artefact).model().classes()}.
 */
package io.shopkeeper.prediction.model;
