package io.shopkeeper.ml.tuning;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import java.util.SplittableRandom;

/**
 * Races of successive halving that begin with ever fewer points and ever more of the resource, so
 * that it does not matter much whether little tells what all would (L. Li and others, "Hyperband",
 * JMLR 18, 2018). The paper's η is {@code factor}, its s_max the logarithm of 1 / {@code
 * leastShare}.
 *
 * @param factor one in so many goes on, 2 to 10
 * @param leastShare of the resource that the first rung of the first race gets, 0.001 to 1
 */
public record Hyperband(int factor, double leastShare) implements SearchStrategy {

  /** Thirds, from one part in 27. */
  public Hyperband() {
    this(3, 1 / 27.0);
  }

  public Hyperband {
    WrongOptionException.unlessWithin("factor", factor, 2, 10);
    WrongOptionException.unlessWithin("leastShare", leastShare, 0.001, 1);
  }

  @Override
  public String name() {
    return "hyperband";
  }

  @Override
  public boolean halves() {
    return true;
  }

  @Override
  public Search begin(SearchSpace<?> space, SplittableRandom random) {
    int most = SuccessiveHalving.rungs(factor, leastShare);
    return new SuccessiveHalving.Races(
        race -> {
          int rungs = most - race % (most + 1);
          double points = (most + 1.0) / (rungs + 1) * Math.pow(factor, rungs);
          return SuccessiveHalving.race(
              space, random, (int) Math.ceil(points - 1e-9), rungs, factor);
        });
  }
}
