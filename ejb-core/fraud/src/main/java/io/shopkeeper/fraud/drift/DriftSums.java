package io.shopkeeper.fraud.drift;

import io.shopkeeper.fraud.boundary.drift.DriftLine;
import io.shopkeeper.fraud.boundary.drift.ScoreDrift;
import io.shopkeeper.fraud.model.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Counts the payments of today in the bins of a version, one after another. For one thread; needs
 * no more memory than the bins.
 */
final class DriftSums {

  private final Population scores;
  private final List<Population> features;
  private final long[] scoreCounts;
  private final long[][] featureCounts;
  private int seen;

  /** For a version: its scores first, then its features. */
  DriftSums(List<Population> then) {
    scores = then.getFirst();
    features = then.subList(1, then.size());
    scoreCounts = new long[scores.counts().length];
    featureCounts = new long[features.size()][];
    for (int place = 0; place < featureCounts.length; place++) {
      featureCounts[place] = new long[features.get(place).counts().length];
    }
  }

  /** A payment; features that are not among them were missing. */
  void add(double score, Map<String, Double> values) {
    add(scoreCounts, scores, score);
    for (int place = 0; place < featureCounts.length; place++) {
      Double value = values.get(features.get(place).name());
      add(featureCounts[place], features.get(place), value == null ? Double.NaN : learnt(value));
    }
    seen++;
  }

  /** As models learn it: edges were drawn from such values, and many payments lie on one. */
  private static double learnt(double value) {
    return (float) value;
  }

  private static void add(long[] into, Population population, double value) {
    long[] one = population.countsOf(new double[] {value});
    for (int bin = 0; bin < one.length; bin++) {
      into[bin] += one[bin];
    }
  }

  int seen() {
    return seen;
  }

  /** What it comes to. */
  ScoreDrift drift(int version, Instant at, Instant from, long payments) {
    List<DriftLine> lines = new ArrayList<>();
    for (int place = 0; place < featureCounts.length; place++) {
      lines.add(line(features.get(place), featureCounts[place]));
    }
    lines.sort(Comparator.comparingDouble(DriftLine::index).reversed());
    return new ScoreDrift(version, at, from, payments, seen, line(scores, scoreCounts), lines);
  }

  private static DriftLine line(Population then, long[] now) {
    double[] terms = then.terms(now);
    double[] edges = then.edges();
    double[] before = shares(then.counts());
    double[] after = shares(now);
    List<DriftLine.Bin> bins = new ArrayList<>();
    for (int bin = 0; bin <= edges.length; bin++) {
      bins.add(
          new DriftLine.Bin(
              bin == 0 ? null : (Double) edges[bin - 1],
              bin == edges.length ? null : (Double) edges[bin],
              before[bin],
              after[bin],
              terms[bin]));
    }
    int missing = edges.length + 1;
    return new DriftLine(
        then.name(), Arrays.stream(terms).sum(), before[missing], after[missing], bins);
  }

  private static double[] shares(long[] counts) {
    double all = Math.max(1, Arrays.stream(counts).sum());
    return Arrays.stream(counts).mapToDouble(count -> count / all).toArray();
  }
}
