package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.recipe.StandardRecipes;
import io.shopkeeper.recommendation.experiment.RunningExperiment;
import io.shopkeeper.recommendation.experiment.RunningExperiments;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Chooses the recipe of an answer. */
@Dependent
public class Recipes {

  @Inject private ServingState state;

  private PublishedRecipes published;
  private RunningExperiments experiments;

  @PostConstruct
  void begin() {
    published = state.recipes();
    experiments = state.experiments();
  }

  /**
   * The recipe for a visitor at a placement: the one place where it is decided who gets which. A
   * recipe of an arm that cannot be read takes nobody in.
   *
   * @throws InvalidInputException if there is no such placement
   */
  Choice of(RecommendationRequest request) {
    ReadyRecipe live = live(request);
    return experiments
        .at(request.placement())
        .flatMap(running -> Impressions.unit(request).flatMap(running::draw))
        .flatMap(draw -> choice(draw, request.placement(), live))
        .orElseGet(() -> Choice.live(live));
  }

  private Optional<Choice> choice(RunningExperiment.Draw draw, String placement, ReadyRecipe live) {
    Optional<ReadyRecipe> ready =
        draw.arm() == null ? Optional.of(live) : published.version(placement, draw.arm().version());
    return ready.map(recipe -> new Choice(recipe, Optional.of(draw)));
  }

  private ReadyRecipe live(RecommendationRequest request) {
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
    live(request);
    return published
        .version(request.placement(), version)
        .orElseThrow(() -> new NotFoundException("recipe", request.placement() + " v" + version));
  }
}
