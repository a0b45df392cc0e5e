/**
 * Neural networks that learn from a table.
 *
 * <pre>{@code
 * var algorithm = new MultilayerPerceptron();
 * TableModel model = algorithm.train(data, algorithm.standard(), 42, TrainingListener.SILENT);
 * double[][] probabilities = model.predict(table);
 * }</pre>
 */
package io.shopkeeper.ml.neural.table;
