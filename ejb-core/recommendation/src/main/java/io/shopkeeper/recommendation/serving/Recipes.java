package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.recommendation.boundary.recipe.StandardRecipes;
import jakarta.enterprise.context.Dependent;
import java.util.Map;
import java.util.stream.Collectors;

/** Chooses the recipe of an answer. */
@Dependent
public class Recipes {

  private static final Map<String, ReadyRecipe> STANDARD =
      StandardRecipes.byPlacement().entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, entry -> ReadyRecipe.of(0, entry.getValue())));

  /**
   * The recipe of a placement.
   *
   * @throws InvalidInputException if there is no such placement
   */
  ReadyRecipe of(String placement) {
    ReadyRecipe found = STANDARD.get(placement);
    if (found == null) {
      throw InvalidInputException.of(
          "/placement",
          "there is no placement %s; there are %s"
              .formatted(placement, String.join(", ", StandardRecipes.byPlacement().keySet())));
    }
    return found;
  }
}
