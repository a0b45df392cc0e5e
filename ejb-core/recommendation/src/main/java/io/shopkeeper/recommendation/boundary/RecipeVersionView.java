package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import java.time.Instant;

/**
 * A recipe as it was saved once. It never changes.
 *
 * @param version from 1; 0 for the recipe that the product came with
 * @param note why; empty where nobody said
 * @param savedAt null for version 0
 * @param savedBy null for version 0
 * @param live whether visitors get it now
 * @param publishedAt when it went live last; null if it never did
 * @param publishedBy who published it last; null if nobody did
 */
public record RecipeVersionView(
    String placement,
    int version,
    Recipe recipe,
    String note,
    Instant savedAt,
    String savedBy,
    boolean live,
    Instant publishedAt,
    String publishedBy) {}
