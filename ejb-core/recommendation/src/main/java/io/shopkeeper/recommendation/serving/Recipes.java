package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.recommendation.boundary.recipe.StandardRecipes;
import jakarta.enterprise.context.Dependent;
import java.util.Map;

/** The recipes that hold. */
@Dependent
public class Recipes {

  private static final Map<String, ReadyRecipe> STANDARD = standard();

  private static Map<String, ReadyRecipe> standard() {
    return StandardRecipes.byPlacement().entrySet().stream()
        .collect(
            java.util.stream.Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> ReadyRecipe.of(0, entry.getValue())));
  }

  /**
   * The recipe of a placement.
   *
   * @throws InvalidInputException if there is no such placement
   */
  ReadyRecipe of(String placement) {
    ReadyRecipe found = STANDARD.get(placement);
    if (found == null) {
      throw InvalidInputException.of("/placement", "is not one");
    }
    return found;
  }
}
