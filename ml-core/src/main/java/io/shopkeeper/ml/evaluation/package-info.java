/**
 * Judging models on rows that they did not learn from, and looking into them: intervals and tests
 * by the bootstrap, cross-validation, learning curves, reliability, thresholds and costs, fairness,
 * importance and partial dependence. Nothing here knows a family of models.
 *
 * <pre>{@code
 * double[][] predictions = OutOfFold.predict(algorithm, options, data, folds, 42, listener);
 * var reliability = ReliabilityCurve.ofEqualWidth(probabilities, positive, 10);
 * reliability.expectedError();
 * ThresholdAnalysis.of(probabilities, positive).cheapest(Costs.ofErrors(1, 20)).threshold();
 * PermutationImportance.of(model, heldOut, metric, 5, 42, listener).features();
 * }</pre>
 */
package io.shopkeeper.ml.evaluation;
