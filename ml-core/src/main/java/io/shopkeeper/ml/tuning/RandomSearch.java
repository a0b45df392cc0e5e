package io.shopkeeper.ml.tuning;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Points drawn alike from the whole space (J. Bergstra, Y. Bengio, "Random Search for
 * Hyper-Parameter Optimization", JMLR 13, 2012).
 */
public record RandomSearch() implements SearchStrategy {

  @Override
  public String name() {
    return "random";
  }

  @Override
  public boolean halves() {
    return false;
  }

  @Override
  public Search begin(SearchSpace<?> space, SplittableRandom random) {
    return new Search() {
      @Override
      public Optional<Candidate> next() {
        return Optional.of(new Candidate(space.random(random), 1));
      }

      @Override
      public void told(Candidate candidate, double loss) {}
    };
  }
}
