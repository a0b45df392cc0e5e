package io.shopkeeper.recommendation.ranking;

import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.features.Feature;

/** Which features a source has. */
final class SourceFeatures {

  private SourceFeatures() {}

  /** The column of a source's score; −1 for one that has none among the features. */
  static int scoreOf(SourceKind source) {
    return switch (source) {
      case PERSONAL -> Feature.PERSONAL_SCORE.column();
      case SESSION -> Feature.SESSION_SCORE.column();
      case SIMILAR -> Feature.SIMILAR_SCORE.column();
      case TOGETHER -> Feature.TOGETHER_SCORE.column();
      case CONTENT -> Feature.CONTENT_SCORE.column();
      case TRENDING -> Feature.TRENDING_SCORE.column();
      case NEW -> Feature.NEW_SCORE.column();
      case PICKS -> Feature.PICKS_SCORE.column();
      case POPULAR -> Feature.POPULAR_SCORE.column();
      // Its order is that of the ids: it says nothing.
      case ASSORTMENT -> -1;
    };
  }

  /** The column of the place in a source's list, by that of its score. */
  static int placeOf(int score) {
    return score - Feature.PERSONAL_SCORE.column() + Feature.PERSONAL_PLACE.column();
  }
}
