package io.shopkeeper.ml.tree.explain;

/**
 * The features on the way from the root to a node, with the share of the subsets of each size that
 * come through: the path m of the paper's algorithm 2. Paths of all depths of one walk share one
 * array. For one thread.
 */
final class ShapleyPath {

  private final int[] feature;
  private final double[] zero;
  private final double[] one;
  private final double[] weight;

  /** For trees of at most such a depth. */
  ShapleyPath(int depth) {
    int size = (depth + 2) * (depth + 3) / 2 + 1;
    feature = new int[size];
    zero = new double[size];
    one = new double[size];
    weight = new double[size];
  }

  /** Copies a path of so many elements to where the next depth has its own. */
  void copy(int from, int to, int length) {
    System.arraycopy(feature, from, feature, to, length);
    System.arraycopy(zero, from, zero, to, length);
    System.arraycopy(one, from, one, to, length);
    System.arraycopy(weight, from, weight, to, length);
  }

  /**
   * EXTEND: a feature more.
   *
   * @param at where the path begins
   * @param length elements before
   * @param zeroShare of the subsets without the feature that come through
   * @param oneShare of those with it: 0 or 1
   */
  void extend(int at, int length, double zeroShare, double oneShare, int added) {
    int last = at + length;
    feature[last] = added;
    zero[last] = zeroShare;
    one[last] = oneShare;
    weight[last] = length == 0 ? 1 : 0;
    for (int i = length - 1; i >= 0; i--) {
      weight[at + i + 1] += oneShare * weight[at + i] * (i + 1) / (length + 1);
      weight[at + i] = zeroShare * weight[at + i] * (length - i) / (length + 1);
    }
  }

  /** UNWIND: an element less, as if it had never been added. */
  void unwind(int at, int length, int place) {
    int last = length - 1;
    double oneShare = one[at + place];
    double zeroShare = zero[at + place];
    double next = weight[at + last];
    for (int i = last - 1; i >= 0; i--) {
      if (oneShare != 0) {
        double kept = weight[at + i];
        weight[at + i] = next * length / ((i + 1) * oneShare);
        next = kept - weight[at + i] * zeroShare * (last - i) / length;
      } else {
        weight[at + i] = weight[at + i] * length / (zeroShare * (last - i));
      }
    }
    for (int i = place; i < last; i++) {
      feature[at + i] = feature[at + i + 1];
      zero[at + i] = zero[at + i + 1];
      one[at + i] = one[at + i + 1];
    }
  }

  /** The sum of the weights that the path would have without an element. */
  double unwoundSum(int at, int length, int place) {
    int last = length - 1;
    double oneShare = one[at + place];
    double zeroShare = zero[at + place];
    double next = weight[at + last];
    double sum = 0;
    for (int i = last - 1; i >= 0; i--) {
      if (oneShare != 0) {
        double unwound = next * length / ((i + 1) * oneShare);
        sum += unwound;
        next = weight[at + i] - unwound * zeroShare * (last - i) / length;
      } else {
        sum += weight[at + i] * length / (zeroShare * (last - i));
      }
    }
    return sum;
  }

  /** Where a feature is on the path; −1 if it is not. The first element is none. */
  int find(int at, int length, int wanted) {
    for (int i = 1; i < length; i++) {
      if (feature[at + i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  int feature(int place) {
    return feature[place];
  }

  double zero(int place) {
    return zero[place];
  }

  double one(int place) {
    return one[place];
  }
}
