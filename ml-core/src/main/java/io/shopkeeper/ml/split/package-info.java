/**
 * Which rows are learnt from and which are held out, as plain row numbers: for tables, logs and
 * anything else that has rows. The same rows, settings and seed give the same folds.
 *
 * <pre>{@code
 * Fold fold = Holdout.stratified(target.codes(), 0.2, 42);
 * List<Fold> five = SplitSpec.parse("kfold:5@42", 42).divide(SplitRows.of(1000));
 * }</pre>
 */
package io.shopkeeper.ml.split;
