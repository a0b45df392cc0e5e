package io.shopkeeper.ml.family;

import io.shopkeeper.ml.als.ImplicitAls;
import io.shopkeeper.ml.content.ContentBased;
import io.shopkeeper.ml.ease.Ease;
import io.shopkeeper.ml.embedding.Bpr;
import io.shopkeeper.ml.factorisation.RankingMachine;
import io.shopkeeper.ml.graph.LightGcn;
import io.shopkeeper.ml.graph.RandomWalk;
import io.shopkeeper.ml.hybrid.LearnedHybrid;
import io.shopkeeper.ml.hybrid.WeightedHybrid;
import io.shopkeeper.ml.neighbour.ItemNeighbours;
import io.shopkeeper.ml.neighbour.UserNeighbours;
import io.shopkeeper.ml.neural.sequence.SelfAttention;
import io.shopkeeper.ml.popularity.Popularity;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.session.SessionNeighbours;
import io.shopkeeper.ml.slim.Slim;
import java.util.List;
import java.util.Optional;

/** All that rank items. */
public final class RankingAlgorithms {

  private static final List<RankingAlgorithm<?>> ALL =
      List.of(
          ItemNeighbours.cosine(),
          ItemNeighbours.seed(),
          new UserNeighbours(),
          new Ease(),
          new Slim(),
          new Bpr(),
          new RankingMachine(),
          new RandomWalk(),
          new LightGcn(),
          new ImplicitAls(),
          new SessionNeighbours(),
          new SelfAttention(),
          new ContentBased(),
          new WeightedHybrid(RankingAlgorithms::find),
          new LearnedHybrid(RankingAlgorithms::find),
          new Popularity());

  private RankingAlgorithms() {}

  /** In the order in which they are offered, the default first. */
  public static List<RankingAlgorithm<?>> all() {
    return ALL;
  }

  /** By name. */
  public static Optional<RankingAlgorithm<?>> find(String name) {
    return ALL.stream().filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }
}
