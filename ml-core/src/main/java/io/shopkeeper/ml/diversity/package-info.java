/**
 * Choosing a list whose items are good and not all alike, from candidates with scores and a measure
 * of how alike two of them are.
 *
 * <pre>{@code
 * int[] places = MaximalMarginalRelevance.choose(scores, (a, b) -> cosine(a, b), 10, 0.7);
 * }</pre>
 */
package io.shopkeeper.ml.diversity;
