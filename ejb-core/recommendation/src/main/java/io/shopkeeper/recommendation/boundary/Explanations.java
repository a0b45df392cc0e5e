package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.recommendation.boundary.explanation.Explanation;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.RecipeJson;
import io.shopkeeper.recommendation.serving.Explainer;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Why this, why here, why not that: answers as {@link Recommender} gives them at the same moment,
 * with all that happened on the way. Nothing is stored.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Explanations {

  @Inject private Explainer explainer;

  /**
   * Of the answer that a visitor gets now.
   *
   * @param version another version of the recipe; null for the one that the visitor gets
   * @param whyNot a product to say of why it is not there; null for none
   * @throws InvalidInputException if there is no such placement
   * @throws NotFoundException if there is no such version
   */
  public Explanation of(RecommendationRequest request, Integer version, String whyNot) {
    return explainer.explain(request, version, whyNot);
  }

  /**
   * Of the answer that a visitor would get by a recipe that is not saved.
   *
   * @param whyNot a product to say of why it is not there; null for none
   * @throws InvalidInputException with every fault of the recipe
   */
  public Explanation preview(RecommendationRequest request, Recipe recipe, String whyNot) {
    RecipeJson.require(recipe);
    return explainer.preview(request, recipe, whyNot);
  }
}
