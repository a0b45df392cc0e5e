package io.shopkeeper.ml.tuning;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Tries where a Gaussian process of all trials so far expects the greatest improvement (J. Snoek,
 * H. Larochelle, R. P. Adams, "Practical Bayesian Optimization of Machine Learning Algorithms",
 * NIPS 2012), after some points that are spread evenly.
 *
 * <p>A process was taken rather than the Parzen estimators of TPE, because tuning here means some
 * tens of trials of a few numbers: a process uses how good a trial was, and how options act
 * together, where TPE uses only in which part of an order it stands and one option at a time, and
 * wants about twenty trials before it begins. Its cost, the cube of the trials, does not show
 * beside a training.
 */
public record BayesianSearch() implements SearchStrategy {

  @Override
  public String name() {
    return "bayesian";
  }

  @Override
  public boolean halves() {
    return false;
  }

  @Override
  public Search begin(SearchSpace<?> space, SplittableRandom random) {
    var guided = new GuidedSearch(space, random);
    return new Search() {
      @Override
      public Optional<Candidate> next() {
        return Optional.of(new Candidate(guided.next(), 1));
      }

      @Override
      public void told(Candidate candidate, double loss) {
        guided.add(candidate.point(), loss);
      }

      @Override
      public void known(double[] point, double loss) {
        guided.add(point, loss);
      }
    };
  }
}
