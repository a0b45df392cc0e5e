package io.shopkeeper.ml.als;

/**
 * Settings.
 *
 * @param factors values of each vector, 1 to {@value #MOST_FACTORS}
 * @param iterations both sides once each, at least 1
 * @param regularisation λ, greater than 0
 * @param confidence α: how much more an interaction weighs than none, 0 or more; ratings do without
 * @param seed of the first vectors
 * @param steps of the conjugate gradient for each vector; 0 solves exactly, by Cholesky
 */
public record AlsOptions(
    int factors, int iterations, double regularisation, double confidence, long seed, int steps) {

  /** Most values of a vector: a system needs time with their third power. */
  public static final int MOST_FACTORS = 512;

  public AlsOptions {
    if (factors < 1 || factors > MOST_FACTORS) {
      throw new IllegalArgumentException(
          "factors must be from 1 to %d, but are %d".formatted(MOST_FACTORS, factors));
    }
    if (iterations < 1 || steps < 0 || !(regularisation > 0) || !(confidence >= 0)) {
      throw new IllegalArgumentException(
          "iterations must be at least 1, the regularisation greater than 0, the confidence 0 or more");
    }
  }

  /** Exact solutions. */
  public AlsOptions(
      int factors, int iterations, double regularisation, double confidence, long seed) {
    this(factors, iterations, regularisation, confidence, seed, 0);
  }

  /** For ratings: what the product uses, the best of 24 settings on held-out training rows. */
  public static AlsOptions ratings(long seed) {
    return new AlsOptions(32, 15, 0.15, 0, seed);
  }

  /**
   * For interactions: what the product uses, the best of 110 settings on held-out training rows.
   */
  public static AlsOptions interactions(long seed) {
    return new AlsOptions(64, 15, 20, 1, seed);
  }
}
