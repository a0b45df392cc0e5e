/**
 * Linear and logistic regression on encoded columns, and the dense linear algebra behind other
 * algorithms.
 *
 * <pre>{@code
 * TableModel model = new LogisticRegression().train(data, options, 42, TrainingListener.SILENT);
 * }</pre>
 */
package io.shopkeeper.ml.linear;
