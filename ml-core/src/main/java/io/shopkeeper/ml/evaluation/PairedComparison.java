package io.shopkeeper.ml.evaluation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Whether one model is better than another on the same rows, by the paired bootstrap (Efron and
 * Tibshirani, 1993, chapter 16; P. Koehn, "Statistical Significance Tests for Machine Translation
 * Evaluation", EMNLP 2004): both figures are taken of each draw, so that what makes rows hard for
 * both does not count.
 *
 * @param difference first − second, of all units
 * @param interval of the difference
 * @param probability two-sided: how often so great a difference would come by chance if there were
 *     none; never below 2 / (draws + 1)
 */
public record PairedComparison(double difference, Interval interval, double probability) {

  /**
   * Compares two figures.
   *
   * @param units how many there are
   * @param first from how often each unit was drawn; safe for several threads
   * @param second of the same
   */
  public static PairedComparison of(
      Bootstrap bootstrap,
      int units,
      ToDoubleFunction<int[]> first,
      ToDoubleFunction<int[]> second) {
    int[] once = new int[units];
    Arrays.fill(once, 1);
    double[] differences =
        bootstrap.figures(
            units, counts -> first.applyAsDouble(counts) - second.applyAsDouble(counts));
    int known = 0;
    int below = 0;
    int above = 0;
    for (double difference : differences) {
      known += Double.isNaN(difference) ? 0 : 1;
      below += difference <= 0 ? 1 : 0;
      above += difference >= 0 ? 1 : 0;
    }
    return new PairedComparison(
        first.applyAsDouble(once) - second.applyAsDouble(once),
        bootstrap.interval(differences),
        known == 0 ? Double.NaN : Math.min(1, 2 * (1.0 + Math.min(below, above)) / (known + 1)));
  }

  /** Whether the interval of the difference leaves 0 out. */
  public boolean isClear() {
    return interval.low() > 0 || interval.high() < 0;
  }
}
