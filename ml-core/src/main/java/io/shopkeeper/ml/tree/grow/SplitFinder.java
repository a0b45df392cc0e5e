package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.tree.binning.BinnedRows;
import io.shopkeeper.ml.tree.binning.FeatureBins;
import java.util.Optional;

/**
 * Finds the best split of a node from its histogram: the greatest G_l²/(H_l + λ) + G_r²/(H_r + λ) −
 * G²/(H + λ), halved, G and H being sums of gradients and hessians, and G less α where there is a
 * penalty α of absolute values. Ties go to the first feature and the first bin. Safe for use by
 * several threads.
 */
final class SplitFinder {

  private final BinnedRows rows;
  private final BinPlaces places;
  private final GrowthLimits limits;
  private final Packed scale;
  private final double lambda;
  private final double alpha;
  private final double unit;
  private final ThreadLocal<CutScan> scans;
  private final CategoryScan categories;
  private final Optional<MonotoneScan> monotone;

  SplitFinder(BinnedRows rows, BinPlaces places, GrowthLimits limits, Packed scale) {
    this.rows = rows;
    this.places = places;
    this.limits = limits;
    this.scale = scale;
    this.lambda = limits.l2() * scale.hessian();
    this.alpha = limits.l1() * scale.gradient();
    this.unit = 0.5 * scale.hessian() / (scale.gradient() * scale.gradient());
    this.monotone =
        limits.anyMonotone()
            ? Optional.of(new MonotoneScan(places, limits, scale))
            : Optional.empty();
    this.scans = ThreadLocal.withInitial(() -> new CutScan(lambda, alpha));
    this.categories = new CategoryScan(places, limits, scale);
  }

  /**
   * Looks through some features.
   *
   * @param node with its histogram
   * @param features which; the slice from {@code from} to {@code to} counts
   */
  Optional<Split> best(Node node, int[] features, int from, int to) {
    var best = new BestSplit(node.sum, leastHessian(node));
    CutScan cuts = scans.get();
    for (int i = from; i < to; i++) {
      int feature = features[i];
      FeatureBins bins = rows.bins(feature);
      if (bins.categorical()) {
        categories.scan(node, feature, bins.count(), best);
      } else if (monotone.isPresent()) {
        monotone.get().scan(node, feature, bins.count(), best);
      } else {
        scan(node, feature, bins.count(), cuts, best);
      }
    }
    double before = monotone.map(scan -> scan.score(node)).orElseGet(() -> score(node.sum));
    return best.split(unit, before, limits.minGain());
  }

  /** What a child must have, so that it has weight and probably rows enough. */
  private double leastHessian(Node node) {
    double perRow = Packed.hessianOf(node.sum) / node.rows();
    return Math.max(
        1, Math.max(limits.minWeight() * scale.hessian(), (limits.minRows() - 0.5) * perRow));
  }

  private double score(long sum) {
    double g = Math.max(0, Math.abs(Packed.gradientOf(sum)) - alpha);
    return g * g / (Packed.hessianOf(sum) + lambda);
  }

  private void scan(Node node, int feature, int bins, CutScan cuts, BestSplit best) {
    long missing = node.histogram[places.place(feature, 0)];
    int bin = cut(node, feature, bins, 0, cuts, best);
    if (bin > 0) {
      boolean missingLeft = missing == 0 && best.heavierLeft(cuts.left(bin));
      best.cut(cuts.score(bin), feature, bin, missingLeft, cuts.left(bin));
    }
    if (missing != 0) {
      bin = cut(node, feature, bins, missing, cuts, best);
      if (bin > 0) {
        best.cut(cuts.score(bin), feature, bin, true, cuts.left(bin));
      }
    }
  }

  private int cut(Node node, int feature, int bins, long start, CutScan cuts, BestSplit best) {
    return cuts.best(
        node.histogram,
        places.base(feature),
        places.begin(feature),
        bins,
        start,
        node.sum,
        best.leastHessian,
        best.score());
  }
}
