/**
 * Learning from a table: columns of numbers, categories and texts, and a target to predict.
 *
 * <pre>{@code
 * Table table = new Table(List.of(new NumberColumn("age", ages), CategoryColumn.of("city", cities)));
 * var data = new LabelledTable(table, ClassTarget.of(bought));
 * TableModel model = new GradientBoosting().train(data, options, 42, TrainingListener.SILENT);
 * double[][] probabilities = model.predict(table);
 * }</pre>
 */
package io.shopkeeper.ml.table;
