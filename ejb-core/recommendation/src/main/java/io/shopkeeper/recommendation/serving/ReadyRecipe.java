package io.shopkeeper.recommendation.serving;

import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.pipeline.Rulebook;

/**
 * A recipe, ready to be used. Immutable.
 *
 * @param version 0 for the one that the shop came with
 */
public record ReadyRecipe(int version, Recipe recipe, Rulebook rules) {

  static ReadyRecipe of(int version, Recipe recipe) {
    return new ReadyRecipe(version, recipe, new Rulebook(recipe.rules()));
  }
}
