package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.recommendation.pipeline.Exploration;
import io.shopkeeper.recommendation.pipeline.Liked;
import java.util.List;

/**
 * All that an answer depends on, beside the question and the time. Whatever changes is another
 * object, or another number, from then on: two are alike only while nothing has changed.
 *
 * @param visitor null where the question is nobody's
 * @param products how often the products have changed
 * @param model null while none is live
 * @param purchases null while none is live
 * @param settings how often the settings have changed
 */
record Circumstances(
    Choice choice,
    RememberedVisitor visitor,
    Exploration exploration,
    long products,
    PromotedModel.Serving<RecommendationModel> model,
    PromotedModel.Serving<PurchaseModel> purchases,
    List<Liked> trends,
    long settings) {

  /** Whether the same question would get the same answer. */
  @SuppressWarnings("ReferenceEquality") // what changes is never the same object again
  boolean isLike(Circumstances other) {
    return visitor == other.visitor
        && products == other.products
        && model == other.model
        && purchases == other.purchases
        && trends == other.trends
        && settings == other.settings
        && choice.ready() == other.choice.ready()
        && choice.draw().equals(other.choice.draw())
        && exploration.equals(other.exploration);
  }
}
