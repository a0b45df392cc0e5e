package io.shopkeeper.ml.experiment;

/**
 * A variant of an experiment.
 *
 * @param name such as {@code control}
 * @param share of the traffic in proportion to the other arms, above 0
 */
public record Arm(String name, double share) {

  /** Rejects what cannot be drawn. */
  public Arm {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an arm needs a name");
    }
    if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the share of arm %s must be above 0, but is %s".formatted(name, share));
    }
  }
}
