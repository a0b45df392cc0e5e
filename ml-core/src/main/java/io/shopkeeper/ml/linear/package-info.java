/**
 * Linear and logistic regression on encoded columns, and the dense linear algebra behind other
 * algorithms.
 *
 * <pre>{@code
 * TableModel model = new LogisticRegression().train(data, options, 42, TrainingListener.SILENT);
 * FtrlModel online = new FtrlProximal().train(data, rates, 42, TrainingListener.SILENT);
 * FtrlTable learner = online.goOn(); // learner.learn(row, 0, "yes"); learner.model()
 * }</pre>
 */
package io.shopkeeper.ml.linear;
