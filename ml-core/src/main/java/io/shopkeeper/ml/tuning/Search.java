package io.shopkeeper.ml.tuning;

import java.util.Optional;

/** A search that is under way: asked for what to try, told what came of it, in turn. */
interface Search {

  /** What to try next; empty where the search has come to its end. */
  Optional<Candidate> next();

  /**
   * What came of the candidate that {@link #next} gave last.
   *
   * @param loss less is better; infinite where it failed
   */
  void told(Candidate candidate, double loss);

  /**
   * What is known of a point that this search did not give, such as of the options to begin with.
   *
   * @param loss less is better; infinite where it failed
   */
  default void known(double[] point, double loss) {}
}
