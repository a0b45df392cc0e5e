package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ItemNeighbourOptions;
import io.shopkeeper.ml.neighbour.ItemNeighbourTrainer;
import io.shopkeeper.ml.neighbour.Similarity;
import io.shopkeeper.ml.popularity.Popularity;
import io.shopkeeper.ml.popularity.PopularityModel;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.OptionsSearch;
import io.shopkeeper.training.TuningOrder;
import java.util.Map;
import java.util.Optional;

/**
 * An algorithm with its options, and all that a recommendation model has beside it: what is liked
 * and what is bought together. Plain Java: it runs in the worker, too.
 *
 * @param <O> the options
 */
final class Lesson<O extends Record> {

  /** The algorithm that has no personal part. */
  static final String POPULARITY = "popularity";

  private static final Popularity.Options LIKED = new Popularity.Options(30);
  private static final ItemNeighbourOptions BASKETS =
      new ItemNeighbourOptions(Similarity.SEED, 50, 2, 3);

  private final RankingAlgorithm<O> algorithm;
  private final O options;
  private final long seed;

  private Lesson(RankingAlgorithm<O> algorithm, O options, long seed) {
    this.algorithm = algorithm;
    this.options = options;
    this.seed = seed;
  }

  /**
   * Of an algorithm by its name.
   *
   * @throws IllegalArgumentException if there is none, or an option is not allowed
   */
  static Lesson<?> of(String algorithm, Map<String, String> options, long seed) {
    return of(
        RankingAlgorithms.find(algorithm)
            .orElseThrow(() -> new IllegalArgumentException("there is no algorithm " + algorithm)),
        options,
        seed);
  }

  private static <O extends Record> Lesson<O> of(
      RankingAlgorithm<O> algorithm, Map<String, String> options, long seed) {
    return new Lesson<>(algorithm, OptionsForm.of(algorithm).parse(options), seed);
  }

  /**
   * A lesson whose options were looked for.
   *
   * @param found empty where they were given
   */
  record Chosen(Lesson<?> lesson, Optional<OptionsSearch.Found<?>> found) {}

  /**
   * This lesson with the options that do best.
   *
   * @param interactions to choose by: those that the evaluation learns from
   * @throws IllegalArgumentException if there is nothing to choose by
   */
  Chosen choose(TuningOrder order, Interactions interactions, TrainingListener listener) {
    OptionsSearch.Found<O> found =
        OptionsSearch.run(
            order,
            OptionsForm.of(algorithm),
            options,
            new SearchObjective<>(algorithm, interactions, seed),
            seed,
            listener);
    return new Chosen(new Lesson<>(algorithm, found.options(), seed), Optional.of(found));
  }

  /** Whether a version was trained so. */
  boolean is(Opponent version) {
    return version.trainsAs(algorithm.name(), options(), seed);
  }

  /** Its options. */
  Map<String, String> options() {
    return OptionsForm.of(algorithm).format(options);
  }

  /** Popularity alone, to stand beside. */
  static Lesson<?> popularity() {
    return new Lesson<>(new Popularity(), LIKED, 0);
  }

  /** About how much memory it takes at its height. */
  long memoryBytes(LogSize size) {
    return algorithm.memoryBytes(size, options) + SessionLesson.memoryBytes(size);
  }

  /** Learns; the same interactions always give the same model. */
  RecommendationModel train(Interactions interactions, TrainingListener listener) {
    boolean counting = algorithm.name().equals(POPULARITY);
    var data = new RankingData(interactions.log(), interactions.attributes());
    ItemNeighbourModel together =
        ItemNeighbourTrainer.train(interactions.baskets(), BASKETS, Part.quiet(listener));
    RankingModel ranking = algorithm.train(data, options, seed, listener);
    return counting
        ? new RecommendationModel(
            interactions.productIds(), (PopularityModel) ranking, together, null)
        : new RecommendationModel(
            interactions.productIds(),
            liked(data),
            together,
            new RecommendationModel.Personal(algorithm.name(), ranking));
  }

  private static PopularityModel liked(RankingData data) {
    return (PopularityModel) new Popularity().train(data, LIKED, 0, TrainingListener.SILENT);
  }
}
