package io.shopkeeper.ml.tree.grow;

import java.util.stream.IntStream;

/**
 * Looks for sets of categories that go left. Few categories are tried one against the rest. More
 * are put in the order of G / (H + s), and the beginnings of that order are tried from both ends:
 * for a convex loss the best set is one of these (W. Fisher, "On Grouping for Maximum Homogeneity",
 * JASA 1958). So that rare categories do not fit noise, those below the smoothing s are left out, a
 * set has at most {@value #MOST} categories, and λ is s more. Safe for use by several threads.
 */
final class CategoryScan {

  static final int MOST = 32;
  private static final int FEW = 4;

  private final BinPlaces places;
  private final double lambda;
  private final double alpha;
  private final double smoothing;
  private final double plainLambda;

  CategoryScan(BinPlaces places, GrowthLimits limits, Packed scale) {
    this.places = places;
    this.plainLambda = limits.l2() * scale.hessian();
    this.smoothing = limits.categorySmoothing() * scale.hessian();
    this.lambda = plainLambda + smoothing;
    this.alpha = limits.l1() * scale.gradient();
  }

  void scan(Node node, int feature, int bins, BestSplit best) {
    int[] present =
        IntStream.range(0, bins)
            .filter(bin -> node.histogram[places.place(feature, bin)] != 0)
            .toArray();
    if (present.length <= FEW) {
      for (int bin : present) {
        consider(
            node,
            feature,
            new long[4],
            bin,
            node.histogram[places.place(feature, bin)],
            plainLambda,
            best);
      }
      return;
    }
    int[] order = ordered(node.histogram, feature, present);
    int most = Math.min(MOST, (order.length + 1) / 2);
    long[] fromStart = new long[4];
    long[] fromEnd = new long[4];
    long start = 0;
    long end = 0;
    for (int i = 0; i < most; i++) {
      int low = order[i];
      int high = order[order.length - 1 - i];
      start += node.histogram[places.place(feature, low)];
      end += node.histogram[places.place(feature, high)];
      consider(node, feature, fromStart, low, start, lambda, best);
      consider(node, feature, fromEnd, high, end, lambda, best);
    }
  }

  /** Frequent ones by their mean gradient. */
  private int[] ordered(long[] histogram, int feature, int[] present) {
    return IntStream.of(present)
        .filter(bin -> Packed.hessianOf(histogram[places.place(feature, bin)]) >= smoothing)
        .boxed()
        .sorted(
            (one, two) ->
                Double.compare(
                    mean(histogram[places.place(feature, one)]),
                    mean(histogram[places.place(feature, two)])))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double mean(long sum) {
    return Packed.gradientOf(sum) / (Packed.hessianOf(sum) + smoothing);
  }

  /** Adds a category to a set, and takes it if that is better. */
  private void consider(
      Node node, int feature, long[] set, int bin, long left, double penalty, BestSplit best) {
    set[bin >>> 6] |= 1L << bin;
    long right = node.sum - left;
    if (Packed.hessianOf(left) < best.leastHessian || Packed.hessianOf(right) < best.leastHessian) {
      return;
    }
    double found = score(left, penalty) + score(right, penalty);
    if (found > best.score()) {
      best.set(found, feature, set.clone(), left);
    }
  }

  private double score(long sum, double penalty) {
    double g = Math.max(0, Math.abs(Packed.gradientOf(sum)) - alpha);
    return g * g / (Packed.hessianOf(sum) + penalty);
  }
}
