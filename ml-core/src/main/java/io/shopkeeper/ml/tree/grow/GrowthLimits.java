package io.shopkeeper.ml.tree.grow;

/**
 * How a tree may grow.
 *
 * @param byGain whether the leaf whose split gains most is split next; else the shallowest
 * @param leaves the most, at least 2
 * @param depth the most splits from the root to a leaf; 0 for any number
 * @param minWeight the least sum of hessians in a leaf
 * @param minRows the least rows in a leaf, as the hessians let them be estimated
 * @param l1 penalty of a leaf's absolute value
 * @param l2 penalty of half a leaf's square
 * @param minGain the least gain of a split
 * @param categorySmoothing hessian that is added to each category when categories are put in order,
 *     and to λ in splits by categories
 * @param monotone for each feature of the binned rows 1 where predictions may only rise with it, −1
 *     where they may only fall, else 0
 */
public record GrowthLimits(
    boolean byGain,
    int leaves,
    int depth,
    double minWeight,
    int minRows,
    double l1,
    double l2,
    double minGain,
    double categorySmoothing,
    byte[] monotone) {

  /** Whether any feature is bound. */
  boolean anyMonotone() {
    for (byte direction : monotone) {
      if (direction != 0) {
        return true;
      }
    }
    return false;
  }
}
