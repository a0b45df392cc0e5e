package io.shopkeeper.ml.tuning;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Many points with little of the resource, the best third of them with three times as much, and so
 * on (K. Jamieson, A. Talwalkar, "Non-stochastic Best Arm Identification and Hyperparameter
 * Optimization", AISTATS 2016). Such races are run one after the other. Quick where what is good
 * with little is good with all.
 *
 * @param factor one in so many goes on, 2 to 10
 * @param leastShare of the resource that the first rung gets, 0.001 to 1
 */
public record SuccessiveHalving(int factor, double leastShare) implements SearchStrategy {

  /** Thirds, from one part in 27. */
  public SuccessiveHalving() {
    this(3, 1 / 27.0);
  }

  public SuccessiveHalving {
    WrongOptionException.unlessWithin("factor", factor, 2, 10);
    WrongOptionException.unlessWithin("leastShare", leastShare, 0.001, 1);
  }

  @Override
  public String name() {
    return "successive-halving";
  }

  @Override
  public boolean halves() {
    return true;
  }

  /** How often the resource can grow by the factor from the least share to the whole. */
  static int rungs(int factor, double leastShare) {
    return (int) Math.floor(Math.log(1 / leastShare) / Math.log(factor) + 1e-9);
  }

  @Override
  public Search begin(SearchSpace<?> space, SplittableRandom random) {
    int rungs = rungs(factor, leastShare);
    int points = (int) Math.round(Math.pow(factor, rungs));
    return new Races(race -> race(space, random, points, rungs, factor));
  }

  static Bracket race(
      SearchSpace<?> space, SplittableRandom random, int points, int rungs, int factor) {
    return new Bracket(
        Stream.generate(() -> space.random(random)).limit(points).toList(),
        Math.pow(factor, -rungs),
        factor);
  }

  /** Races one after the other, without end. */
  static final class Races implements Search {

    private final IntFunction<Bracket> maker;
    private int made;
    private Bracket current;

    Races(IntFunction<Bracket> maker) {
      this.maker = maker;
    }

    @Override
    public Optional<Candidate> next() {
      Optional<Candidate> next = current == null ? Optional.empty() : current.next();
      if (next.isPresent()) {
        return next;
      }
      current = maker.apply(made++);
      return current.next();
    }

    @Override
    public void told(Candidate candidate, double loss) {
      current.told(candidate, loss);
    }
  }
}
