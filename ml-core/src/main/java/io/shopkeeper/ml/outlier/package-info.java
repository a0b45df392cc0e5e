/**
 * Values that stand apart: one at a time by robust measures of place and spread, several together
 * by isolation. All of them mark; none of them decides.
 *
 * <pre>{@code
 * RobustScale.of(prices).z(999.0)                        // 3.5 and more is far out
 * IsolationForest.fit(rows, IsolationForest.Options.standard(7)).score(row)   // near 1 is odd
 * OutlierModel model = new OutlierDetection().train(table, options, 42, TrainingListener.SILENT);
 * model.scores(table)
 * }</pre>
 */
package io.shopkeeper.ml.outlier;
