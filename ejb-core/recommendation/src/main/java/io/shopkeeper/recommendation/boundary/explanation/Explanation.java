package io.shopkeeper.recommendation.boundary.explanation;

import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import java.util.List;

/**
 * An answer and how it came about.
 *
 * @param recipeVersion 0 for the recipe that the product came with; null for one that is not saved
 * @param recipe that made it; the traces name its rules by their places
 * @param modelVersion null while no model is live
 * @param acts how many of the visitor's acts speak for a product; 0 for a stranger
 * @param fallbackReason {@code no_history}, {@code no_consent}, {@code no_model} or {@code
 *     nothing_related}; null if the answer is personal, or the recipe asks for nothing personal
 * @param shown the answer, in its order
 * @param behind the best that are not shown, best first
 * @param asked the product of which somebody asked why it is not there, or is; null if nobody did
 */
public record Explanation(
    String placement,
    Integer recipeVersion,
    Recipe recipe,
    Integer modelVersion,
    int acts,
    String fallbackReason,
    List<ProductTrace> shown,
    List<ProductTrace> behind,
    ProductTrace asked) {}
