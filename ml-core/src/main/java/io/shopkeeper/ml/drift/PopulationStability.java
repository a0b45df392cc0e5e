package io.shopkeeper.ml.drift;

import io.shopkeeper.ml.sketch.QuantileSketch;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The population stability index: Σ (q − p) · ln(q / p) over the bins of a distribution, p before
 * and q now (N. Siddiqi, Credit Risk Scorecards, 2006; it is the symmetrised divergence of S.
 * Kullback and R. Leibler). Below 0.1 nothing happened, above 0.2 somebody should look. So that an
 * empty bin does not make it infinite, half a row is added to each bin.
 */
public final class PopulationStability {

  private static final double SMOOTHING = 0.5;

  private PopulationStability() {}

  /**
   * Of counts by bin.
   *
   * @throws IllegalArgumentException if the two have not the same bins, or have none
   */
  public static double index(long[] before, long[] now) {
    return Arrays.stream(terms(before, now)).sum();
  }

  /**
   * What each bin adds to the index, 0 or more.
   *
   * @throws IllegalArgumentException if the two have not the same bins, or have none
   */
  public static double[] terms(long[] before, long[] now) {
    if (before.length != now.length || before.length == 0) {
      throw new IllegalArgumentException(
          "both must have the same bins, but have %d and %d".formatted(before.length, now.length));
    }
    double totalBefore = Arrays.stream(before).sum() + SMOOTHING * before.length;
    double totalNow = Arrays.stream(now).sum() + SMOOTHING * now.length;
    double[] terms = new double[before.length];
    for (int bin = 0; bin < before.length; bin++) {
      double p = (before[bin] + SMOOTHING) / totalBefore;
      double q = (now[bin] + SMOOTHING) / totalNow;
      terms[bin] = (q - p) * Math.log(q / p);
    }
    return terms;
  }

  /** Of counts by name; a name that one of them lacks counts 0 there. Empty ones give 0. */
  public static double index(Map<String, Long> before, Map<String, Long> now) {
    Set<String> names = new HashSet<>(before.keySet());
    names.addAll(now.keySet());
    if (names.isEmpty()) {
      return 0;
    }
    String[] bins = names.stream().sorted().toArray(String[]::new);
    return index(
        Arrays.stream(bins).mapToLong(bin -> before.getOrDefault(bin, 0L)).toArray(),
        Arrays.stream(bins).mapToLong(bin -> now.getOrDefault(bin, 0L)).toArray());
  }

  /** The inner edges of bins that hold about as many values each; equal edges become one. */
  public static double[] edges(QuantileSketch values, int bins) {
    double[] fractions = new double[bins - 1];
    for (int i = 0; i < fractions.length; i++) {
      fractions[i] = (i + 1.0) / bins;
    }
    return Arrays.stream(values.quantiles(fractions)).distinct().toArray();
  }

  /** The bin of a value: how many edges lie below it. */
  public static int bin(double[] edges, double value) {
    int found = Arrays.binarySearch(edges, value);
    return found >= 0 ? found : -found - 1;
  }
}
