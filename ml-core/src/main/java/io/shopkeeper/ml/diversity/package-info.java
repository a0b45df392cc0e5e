/**
 * Choosing a list whose items are good and not all alike, from candidates with scores and a measure
 * of how alike two of them are.
 *
 * <pre>{@code
 * var how = Diversification.parse("mmr:0.3");
 * ScoredItems candidates = model.recommend(history, how.candidates(10), admissible);
 * ScoredItems list = how.choose(candidates, 10, cosines.among(candidates.items()));
 * }</pre>
 */
package io.shopkeeper.ml.diversity;
