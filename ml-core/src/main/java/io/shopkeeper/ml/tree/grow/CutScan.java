package io.shopkeeper.ml.tree.grow;

/**
 * Tries the cuts of a feature of numbers. Sums, scores and the choice are loops of their own: the
 * middle one, which costs most, then has no branches and the compiler makes vectors of it. For one
 * thread.
 */
final class CutScan {

  private final long[] lefts = new long[BinPlaces.BINS];
  private final double[] scores = new double[BinPlaces.BINS];
  private final double lambda;
  private final double alpha;

  /**
   * @param lambda penalty of half a leaf's square, in packed units
   * @param alpha penalty of a leaf's absolute value, in packed units
   */
  CutScan(double lambda, double alpha) {
    this.lambda = lambda;
    this.alpha = alpha;
  }

  /**
   * Tries the cuts after each bin but the last.
   *
   * @param histogram with the feature's bins from {@code base} on, turned by {@code begin}
   * @param bins how many the feature has, that of missing values counted
   * @param start packed sum of what goes left anyway
   * @param sum of the node
   * @param least hessian that each side must have
   * @param score what a cut must better
   * @return the last bin that goes left, and 0 if no cut is better; of equal cuts the first
   */
  int best(
      long[] histogram,
      int base,
      int begin,
      int bins,
      long start,
      long sum,
      double least,
      double score) {
    addUp(histogram, base, begin, bins, start);
    int from = first(bins, least);
    int to = end(from, bins, sum, least);
    if (alpha == 0) {
      rate(lefts, from, to, sum, lambda, scores);
    } else {
      rateShrunk(from, to, sum);
    }
    int at = 0;
    double best = score;
    for (int bin = from; bin < to; bin++) {
      if (scores[bin] > best) {
        best = scores[bin];
        at = bin;
      }
    }
    return at;
  }

  /** Packed sum of what goes left with a cut. */
  long left(int bin) {
    return lefts[bin];
  }

  /** G_l²/(H_l + λ) + G_r²/(H_r + λ) of a cut. */
  double score(int bin) {
    return scores[bin];
  }

  private void addUp(long[] histogram, int base, int begin, int bins, long start) {
    long left = start;
    for (int bin = 1; bin < bins; bin++) {
      left += histogram[base | ((bin + begin) & 0xFF)];
      lefts[bin] = left;
    }
  }

  /** The first bin with which the left side has enough; hessians only rise. */
  private int first(int bins, double least) {
    int low = 1;
    int high = bins;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Packed.hessianOf(lefts[middle]) < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first bin from {@code from} on with which the right side has no longer enough. */
  private int end(int from, int bins, long sum, double least) {
    int low = from;
    int high = bins;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Packed.hessianOf(sum - lefts[middle]) < least) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static void rate(
      long[] lefts, int from, int to, long sum, double lambda, double[] scores) {
    for (int bin = from; bin < to; bin++) {
      long left = lefts[bin];
      long right = sum - left;
      double gl = Packed.gradientOf(left);
      double gr = Packed.gradientOf(right);
      double dl = Packed.hessianOf(left) + lambda;
      double dr = Packed.hessianOf(right) + lambda;
      scores[bin] = (gl * gl * dr + gr * gr * dl) / (dl * dr);
    }
  }

  /** The same with gradients less α; it takes twice as long. */
  private void rateShrunk(int from, int to, long sum) {
    for (int bin = from; bin < to; bin++) {
      long left = lefts[bin];
      long right = sum - left;
      double gl = Math.max(0, Math.abs(Packed.gradientOf(left)) - alpha);
      double gr = Math.max(0, Math.abs(Packed.gradientOf(right)) - alpha);
      double dl = Packed.hessianOf(left) + lambda;
      double dr = Packed.hessianOf(right) + lambda;
      scores[bin] = (gl * gl * dr + gr * gr * dl) / (dl * dr);
    }
  }
}
