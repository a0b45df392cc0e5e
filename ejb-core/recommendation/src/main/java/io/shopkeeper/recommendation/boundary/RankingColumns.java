package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.recommendation.features.Feature;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The columns that the model {@link RecommendationModels#PURCHASE_RANKING} learns from. */
public final class RankingColumns {

  private RankingColumns() {}

  /**
   * What they are, by their names, in the order in which the model has them.
   *
   * @param locale of the reader; English for any that is not Chinese
   */
  public static Map<String, String> words(Locale locale) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Feature feature : Feature.all()) {
      words.put(feature.word(), feature.label(locale));
    }
    return Collections.unmodifiableMap(words);
  }
}
