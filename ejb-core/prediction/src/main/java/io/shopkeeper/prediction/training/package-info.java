/**
 * Learns to predict a column, measures it on rows that were held out, explains it and registers a
 * version. What runs in the worker, too ({@code PredictionTrainer} and what it uses), is plain
 * Java. Example: {@code PredictionTraining.train("prediction-visits", request, "anna")} ends here.
 */
package io.shopkeeper.prediction.training;
