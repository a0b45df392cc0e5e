package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.recipe.StandardRecipes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Chooses the recipe of an answer. */
@Dependent
public class Recipes {

  @Inject private PublishedRecipes published;

  /**
   * The recipe for a visitor at a placement: the one place where it is decided who gets which.
   *
   * @throws InvalidInputException if there is no such placement
   */
  ReadyRecipe of(RecommendationRequest request) {
    String placement = request.placement();
    return published
        .live(placement)
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "/placement",
                    "there is no placement %s; there are %s and those that the shop makes"
                        .formatted(
                            placement, String.join(", ", StandardRecipes.byPlacement().keySet()))));
  }

  /**
   * One version, live or not.
   *
   * @throws InvalidInputException if there is no such placement
   * @throws NotFoundException if there is no such version
   */
  ReadyRecipe version(RecommendationRequest request, int version) {
    of(request);
    return published
        .version(request.placement(), version)
        .orElseThrow(() -> new NotFoundException("recipe", request.placement() + " v" + version));
  }
}
