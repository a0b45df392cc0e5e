/**
 * What a placement shows and by which rules, as plain records: sources with weights, rules,
 * variety. They are stored as JSON and say nothing of how an answer is computed.
 *
 * <pre>{@code
 * Recipe recipe =
 *     RecipeJson.read(
 *         """
 *         {"sources": [{"source": "personal", "weight": 1}], "fallback": ["trending"],
 *          "rules": [{"rule": "pin", "product": "knife-7", "place": 1}]}
 *         """);
 * }</pre>
 */
package io.shopkeeper.recommendation.boundary.recipe;
