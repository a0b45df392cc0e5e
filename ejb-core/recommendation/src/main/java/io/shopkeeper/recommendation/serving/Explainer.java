package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.explanation.Explanation;
import io.shopkeeper.recommendation.boundary.explanation.ProductTrace;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.pipeline.Candidate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Makes answers and says how they came about. */
@Dependent
public class Explainer {

  private static final int BEHIND = 10;

  @Inject private Answers answers;
  @Inject private Recipes recipes;

  /** Of the answer by the recipe that the visitor gets, or by a version of it. */
  public Explanation explain(RecommendationRequest request, Integer version, String whyNot) {
    ReadyRecipe ready =
        version == null ? recipes.of(request).ready() : recipes.version(request, version);
    return explain(request, ready, ready.version(), whyNot);
  }

  /** Of the answer by a recipe that is not saved. */
  public Explanation preview(RecommendationRequest request, Recipe recipe, String whyNot) {
    return explain(request, ReadyRecipe.of(0, recipe), null, whyNot);
  }

  private Explanation explain(
      RecommendationRequest request, ReadyRecipe ready, Integer version, String whyNot) {
    Answers.Made made = answers.make(ready, request);
    var tracer = new Tracer(made, request.locale());
    return new Explanation(
        request.placement(),
        version,
        ready.recipe(),
        made.serving().map(PromotedModel.Serving::version).orElse(null),
        made.ask().taste().likes().size(),
        made.fallbackReason().orElse(null),
        made.outcome().shown().stream().map(tracer::of).toList(),
        behind(made, tracer),
        whyNot == null ? null : tracer.of(whyNot));
  }

  private static List<ProductTrace> behind(Answers.Made made, Tracer tracer) {
    return made.outcome().candidates().values().stream()
        .filter(candidate -> candidate.shownAt() == 0 && candidate.ranked() > 0)
        .sorted(Comparator.comparingInt(Candidate::ranked))
        .limit(BEHIND)
        .map(tracer::of)
        .toList();
  }
}
