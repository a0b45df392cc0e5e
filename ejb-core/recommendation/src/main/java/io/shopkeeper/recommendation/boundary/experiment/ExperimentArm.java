package io.shopkeeper.recommendation.boundary.experiment;

/**
 * A variant.
 *
 * @param name small letters, digits and hyphens, such as {@code control}
 * @param version of the placement's recipe; 0 for the one that the product came with
 * @param share of the visitors who take part, in proportion to the other arms; above 0
 */
public record ExperimentArm(String name, int version, double share) {

  /** The name of those who are kept out; no arm may have it. */
  public static final String HOLDOUT = "holdout";
}
