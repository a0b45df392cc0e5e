package io.shopkeeper.ml.tuning;

import io.shopkeeper.ml.algorithm.WrongOptionException;

/**
 * How long to look; what is reached first ends the search.
 *
 * @param trials with the full resource, 1 to 10,000; one with a part of it counts as that part
 * @param seconds after which no trial begins; above 0, perhaps infinite
 */
public record Budget(double trials, double seconds) {

  public Budget {
    WrongOptionException.unlessWithin("trials", trials, 1, 10_000);
    if (!(seconds > 0)) {
      throw new WrongOptionException("seconds", "must be above 0, but is " + seconds);
    }
  }

  /** However long they take. */
  public static Budget ofTrials(int trials) {
    return new Budget(trials, Double.POSITIVE_INFINITY);
  }

  /** However many there are. */
  public static Budget ofSeconds(double seconds) {
    return new Budget(10_000, seconds);
  }
}
