/**
 * Why a model says what it says: what each feature added to one prediction, and which features a
 * model leans on.
 *
 * <pre>{@code
 * if (model instanceof ExplainedModel explained) {
 *   double[] added = explained.contributions(row, 0, 0);
 *   // base + the sum of all contributions = margin
 *   double margin = explained.base(0) + Arrays.stream(added).sum();
 * }
 * }</pre>
 */
package io.shopkeeper.ml.explain;
