package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.recommendation.model.RecommendationModel;

/** The models that serve here. */
final class LiveModels {

  /** Recommends. */
  static final PromotedModel.Kind<RecommendationModel> RECOMMENDATION =
      new PromotedModel.Kind<>(
          RecommendationModels.RECOMMENDATION, RecommendationModel::read, "SHOP-2001", "SHOP-2002");

  /**
   * Ranks by the probability of a purchase; without one the blend ranks. One that is of other
   * features cannot be used.
   */
  static final PromotedModel.Kind<PurchaseModel> RANKING =
      new PromotedModel.Kind<>(
          RecommendationModels.PURCHASE_RANKING, PurchaseModel::read, "SHOP-2008", "SHOP-2009");

  private LiveModels() {}
}
