package io.shopkeeper.fraud.model;

import io.shopkeeper.ml.drift.PopulationStability;
import io.shopkeeper.ml.sketch.QuantileSketch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How values were spread: how many in each of about ten bins that held as many each when they were
 * drawn, and how many values were missing. Immutable in what it gives away; plain Java.
 *
 * @param name of what the values are
 * @param edges inner edges of the bins, rising; a value on an edge is below it
 * @param counts by bin, one more than edges, and at last how many were missing (NaN)
 */
public record Population(String name, double[] edges, long[] counts) {

  private static final int BINS = 10;
  private static final int SKETCH = 400;

  public Population {
    if (counts.length != edges.length + 2) {
      throw new IllegalArgumentException(
          "%s has %d edges and %d counts".formatted(name, edges.length, counts.length));
    }
    edges = edges.clone();
    counts = counts.clone();
  }

  @Override
  public double[] edges() {
    return edges.clone();
  }

  @Override
  public long[] counts() {
    return counts.clone();
  }

  /** Of values, with bins drawn from them. */
  public static Population of(String name, double[] values, long seed) {
    var sketch = new QuantileSketch(SKETCH, seed);
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sketch.add(value);
      }
    }
    double[] edges = sketch.count() == 0 ? new double[0] : PopulationStability.edges(sketch, BINS);
    return new Population(name, edges, count(edges, values));
  }

  /** How other values are spread over the same bins. */
  public long[] countsOf(double[] values) {
    return count(edges, values);
  }

  private static long[] count(double[] edges, double[] values) {
    long[] counts = new long[edges.length + 2];
    for (double value : values) {
      counts[Double.isNaN(value) ? edges.length + 1 : PopulationStability.bin(edges, value)]++;
    }
    return counts;
  }

  /** What each bin adds to the index, those that are missing last. */
  public double[] terms(long[] now) {
    return PopulationStability.terms(counts, now);
  }

  /** Edges as text, with blanks between. */
  public String edgesText() {
    List<String> parts = new ArrayList<>();
    for (double edge : edges) {
      parts.add(Double.toString(edge));
    }
    return String.join(" ", parts);
  }

  /** Counts as text, with blanks between. */
  public String countsText() {
    return String.join(" ", Arrays.stream(counts).mapToObj(Long::toString).toList());
  }

  /**
   * From the two texts.
   *
   * @throws IllegalArgumentException if they do not belong together or are no numbers
   */
  public static Population read(String name, String edges, String counts) {
    return new Population(
        name,
        parts(edges).stream().mapToDouble(Double::parseDouble).toArray(),
        parts(counts).stream().mapToLong(Long::parseLong).toArray());
  }

  private static List<String> parts(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" "));
  }
}
