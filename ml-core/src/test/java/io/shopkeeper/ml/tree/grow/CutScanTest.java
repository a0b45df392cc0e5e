package io.shopkeeper.ml.tree.grow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CutScanTest {

  private static final double LAMBDA = 3;

  /** What the loops do together, one cut after the other. */
  private static int slowly(
      long[] sums, int bins, long start, long sum, double least, double alpha, double score) {
    double best = score;
    int at = 0;
    long left = start;
    for (int bin = 1; bin < bins; bin++) {
      left += sums[bin];
      long right = sum - left;
      double hl = Packed.hessianOf(left);
      double hr = Packed.hessianOf(right);
      double gl = Math.max(0, Math.abs(Packed.gradientOf(left)) - alpha);
      double gr = Math.max(0, Math.abs(Packed.gradientOf(right)) - alpha);
      double dl = hl + LAMBDA;
      double dr = hr + LAMBDA;
      double found = (gl * gl * dr + gr * gr * dl) / (dl * dr);
      if (hl >= least && hr >= least && found > best) {
        best = found;
        at = bin;
      }
    }
    return at;
  }

  @Property
  void findsWhatTryingOneAfterTheOtherFinds(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 256) int bins,
      @ForAll @IntRange(min = 0, max = 255) int turn,
      @ForAll @IntRange(min = 0, max = 40) int least,
      @ForAll @IntRange(min = 0, max = 2) int shrinkage) {
    var random = new SplittableRandom(seed);
    long[] sums = new long[bins];
    long[] histogram = new long[512];
    long sum = 0;
    for (int bin = 0; bin < bins; bin++) {
      if (random.nextInt(3) > 0) {
        sums[bin] = ((long) random.nextInt(-50, 51) << 32) + random.nextInt(1, 10);
      }
      histogram[256 | ((bin + turn) & 0xFF)] = sums[bin];
      sum += sums[bin];
    }
    double alpha = 20 * shrinkage;
    double score = random.nextInt(2) * 30.0;
    long start = random.nextBoolean() ? sums[0] : 0;
    var scan = new CutScan(LAMBDA, alpha);
    int at = scan.best(histogram, 256, turn, bins, start, sum, least, score);
    assertThat(at).isEqualTo(slowly(sums, bins, start, sum, least, alpha, score));
    if (at > 0) {
      assertThat(scan.score(at)).isGreaterThan(score);
    }
  }
}
