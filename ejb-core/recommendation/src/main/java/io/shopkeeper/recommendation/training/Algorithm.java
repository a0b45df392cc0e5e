package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ItemNeighbourOptions;
import io.shopkeeper.ml.neighbour.ItemNeighbourTrainer;
import io.shopkeeper.ml.neighbour.Similarity;
import io.shopkeeper.ml.popularity.PopularityModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.recommendation.model.RecommendationModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How a recommendation model is learned. */
public enum Algorithm {
  /** Item neighbours by cosine of the interactions, damped where few people have both. */
  ITEM_NEIGHBOURS_COSINE("item-neighbours-cosine"),
  /** Item neighbours by S(i, i′) = A_ii′ / √(C_i · C_i′), A the co-occurrences, C the counts. */
  ITEM_NEIGHBOURS_SEED("item-neighbours-seed"),
  /** What is liked most, newer likes counting more. */
  POPULARITY("popularity");

  /** What is trained when nobody chooses. */
  public static final Algorithm DEFAULT = ITEM_NEIGHBOURS_COSINE;

  /** Days after which a like counts half. */
  static final double HALF_LIFE_DAYS = 30;

  private static final ItemNeighbourOptions BASKETS =
      new ItemNeighbourOptions(Similarity.SEED, 50, 2, 3);
  private static final double DAY = 86_400_000;

  private final String code;

  Algorithm(String code) {
    this.code = code;
  }

  /** The name outside. */
  public String code() {
    return code;
  }

  /** By the name outside. */
  public static Optional<Algorithm> find(String code) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.code.equals(code)).findFirst();
  }

  /** The settings, for the record. */
  public Map<String, String> hyperParameters() {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("halfLifeDays", Double.toString(HALF_LIFE_DAYS));
    options()
        .ifPresent(
            options -> {
              parameters.put("similarity", options.similarity().name());
              parameters.put("neighbours", Integer.toString(options.neighbours()));
              parameters.put("minimumSupport", Integer.toString(options.minimumSupport()));
              parameters.put("shrinkage", Double.toString(options.shrinkage()));
            });
    return parameters;
  }

  /** Learns; the same interactions always give the same model. */
  public RecommendationModel train(Interactions interactions, TrainingListener listener) {
    PopularityModel popularity = popularity(interactions);
    ItemNeighbourModel together =
        ItemNeighbourTrainer.train(interactions.baskets(), BASKETS, TrainingListener.SILENT);
    ItemNeighbourModel neighbours =
        options()
            .map(options -> ItemNeighbourTrainer.train(interactions.matrix(), options, listener))
            .orElse(null);
    return new RecommendationModel(interactions.productIds(), popularity, together, neighbours);
  }

  private Optional<ItemNeighbourOptions> options() {
    return switch (this) {
      case ITEM_NEIGHBOURS_COSINE -> Optional.of(ItemNeighbourOptions.standard(Similarity.COSINE));
      case ITEM_NEIGHBOURS_SEED -> Optional.of(ItemNeighbourOptions.standard(Similarity.SEED));
      case POPULARITY -> Optional.empty();
    };
  }

  private static PopularityModel popularity(Interactions interactions) {
    PopularityModel.Counter counter = PopularityModel.counter(interactions.items(), HALF_LIFE_DAYS);
    long newest = interactions.size() == 0 ? 0 : interactions.time(interactions.size() - 1);
    for (int i = 0; i < interactions.size(); i++) {
      counter.add(
          interactions.item(i), interactions.weight(i), (newest - interactions.time(i)) / DAY);
    }
    return counter.build();
  }
}
