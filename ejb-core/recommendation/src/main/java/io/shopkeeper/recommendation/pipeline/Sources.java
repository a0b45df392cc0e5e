package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import io.shopkeeper.recommendation.model.RecommendationModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All sources there are, over one model and one shelf.
 *
 * @param model empty while none is live: the sources that need it propose nothing
 * @param trends the most liked first; asked for only if they are needed
 */
public record Sources(
    Optional<RecommendationModel> model, Shelf shelf, Supplier<List<Liked>> trends) {

  /** The source of a kind. */
  public Source of(SourceShare share) {
    return switch (share.source()) {
      case PERSONAL -> ofModel(ModelSources::personal);
      case SESSION -> ofModel(ModelSources::session);
      case SIMILAR -> ofModel(ModelSources::similar);
      case TOGETHER -> ofModel(ModelSources::together);
      case POPULAR -> ofModel(ModelSources::popular);
      case CONTENT -> new ContentSource(shelf);
      case TRENDING -> new ShopSources(shelf).trending(trends);
      case NEW -> new ShopSources(shelf).newest();
      case PICKS -> new ShopSources(shelf).picks(share.products());
      case ASSORTMENT -> new ShopSources(shelf).assortment();
    };
  }

  /** A source that a model makes. */
  @FunctionalInterface
  private interface OfModel {
    Source of(ModelSources sources);
  }

  private Source ofModel(OfModel kind) {
    return model
        .map(found -> kind.of(new ModelSources(found, shelf)))
        .orElse((ask, n, admissible) -> Proposals.NONE);
  }
}
