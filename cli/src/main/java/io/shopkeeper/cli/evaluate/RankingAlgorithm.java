package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.als.AlsOptions;
import io.shopkeeper.ml.als.ImplicitAlsModel;
import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.ease.EaseModel;
import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ItemNeighbourOptions;
import io.shopkeeper.ml.neighbour.ItemNeighbourTrainer;
import io.shopkeeper.ml.neighbour.Similarity;
import io.shopkeeper.ml.popularity.PopularityModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The algorithms that rank. */
enum RankingAlgorithm {
  ITEM_NEIGHBOURS_COSINE("item-neighbours-cosine"),
  ITEM_NEIGHBOURS_COSINE_RECENT("item-neighbours-cosine-recent"),
  ITEM_NEIGHBOURS_SEED("item-neighbours-seed"),
  EASE("ease"),
  IMPLICIT_ALS("als"),
  POPULARITY("popularity");

  /** The product's default. */
  static final RankingAlgorithm STANDARD = ITEM_NEIGHBOURS_COSINE;

  /** The regularisation of Steck's paper for its smaller sets. */
  private static final double LAMBDA = 500;

  /** How much an item of a history counts against the one after it. */
  private static final float STEP = 0.6f;

  private final String code;

  RankingAlgorithm(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(RankingAlgorithm::code).toList();
  }

  static Optional<RankingAlgorithm> find(String code) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.code.equals(code)).findFirst();
  }

  /**
   * Learns from a matrix whose cells are 1.
   *
   * @throws IllegalArgumentException if the data is too large for the algorithm
   */
  Ranker train(InteractionMatrix matrix, long seed) {
    return switch (this) {
      case POPULARITY -> popularity(matrix);
      case ITEM_NEIGHBOURS_COSINE -> neighbours(matrix, Similarity.COSINE, 1);
      case ITEM_NEIGHBOURS_COSINE_RECENT -> neighbours(matrix, Similarity.COSINE, STEP);
      case ITEM_NEIGHBOURS_SEED -> neighbours(matrix, Similarity.SEED, 1);
      case IMPLICIT_ALS -> als(matrix, seed);
      case EASE -> {
        EaseModel model = EaseModel.train(matrix, LAMBDA, TrainingListener.SILENT);
        yield (history, n, admissible) -> model.recommend(history, n, admissible).items();
      }
    };
  }

  private static Ranker als(InteractionMatrix matrix, long seed) {
    ImplicitAlsModel model =
        ImplicitAlsModel.train(
            matrix.sparse(), AlsOptions.interactions(seed), TrainingListener.SILENT);
    return (history, n, admissible) -> model.recommend(history, n, admissible).items();
  }

  private static Ranker neighbours(InteractionMatrix matrix, Similarity similarity, float step) {
    ItemNeighbourModel model =
        ItemNeighbourTrainer.train(
            matrix, ItemNeighbourOptions.standard(similarity), TrainingListener.SILENT);
    return (history, n, admissible) ->
        model.recommend(history, weights(history.length, step), n, admissible).ranked().items();
  }

  private static float[] weights(int length, float step) {
    float[] weights = new float[length];
    float weight = 1;
    for (int place = length - 1; place >= 0; place--) {
      weights[place] = weight;
      weight *= step;
    }
    return weights;
  }

  private static Ranker popularity(InteractionMatrix matrix) {
    PopularityModel.Counter counter = PopularityModel.counter(matrix.items(), 1);
    for (int cell = 0; cell < matrix.nonZeros(); cell++) {
      counter.add(matrix.column(cell), 1, 0);
    }
    PopularityModel model = counter.build();
    return (history, n, admissible) -> model.top(n, admissible).items();
  }
}
