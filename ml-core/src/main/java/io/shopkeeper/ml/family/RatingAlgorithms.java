package io.shopkeeper.ml.family;

import io.shopkeeper.ml.als.ExplicitAls;
import io.shopkeeper.ml.factorisation.FactorisationMachine;
import io.shopkeeper.ml.rating.Baseline;
import io.shopkeeper.ml.rating.MatrixFactorisation;
import io.shopkeeper.ml.rating.Mean;
import io.shopkeeper.ml.rating.RatedNeighbours;
import io.shopkeeper.ml.rating.RatingAlgorithm;
import io.shopkeeper.ml.rating.SvdPlusPlus;
import java.util.List;
import java.util.Optional;

/** All that predict ratings. */
public final class RatingAlgorithms {

  private static final List<RatingAlgorithm<?>> ALL =
      List.of(
          new FactorisationMachine(),
          new SvdPlusPlus(),
          new MatrixFactorisation(),
          new ExplicitAls(),
          RatedNeighbours.seed(),
          RatedNeighbours.cosine(),
          new Baseline(),
          new Mean());

  private RatingAlgorithms() {}

  /** In the order in which they are offered, the default first. */
  public static List<RatingAlgorithm<?>> all() {
    return ALL;
  }

  /** By name. */
  public static Optional<RatingAlgorithm<?>> find(String name) {
    return ALL.stream().filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }
}
