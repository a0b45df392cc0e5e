package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.ml.metric.RankingMetrics;
import io.shopkeeper.recommendation.features.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How high what followed stands in the lists that were shown, ranked anew: NDCG of the first ten,
 * over the lists from which something followed, each visitor's mean counting once. What was shown
 * is all that can be told of: products that stood higher were seen more, which speaks for the order
 * in which they were shown.
 */
final class ListQuality {

  private static final int PLACES = 10;

  private final ShownRows rows;
  private final int[] tested;

  ListQuality(ShownRows rows, int[] tested) {
    this.rows = rows;
    this.tested = tested;
  }

  /**
   * The mean of each visitor, in a fixed order of the visitors.
   *
   * @param scores of the tested rows, higher being better; the blended score decides among equals
   */
  double[] byVisitor(double[] scores) {
    Map<Integer, List<Double>> visitors = new TreeMap<>();
    int from = 0;
    while (from < tested.length) {
      int to = from + 1;
      while (to < tested.length && rows.list()[tested[to]] == rows.list()[tested[from]]) {
        to++;
      }
      take(from, to, scores, visitors);
      from = to;
    }
    return visitors.values().stream()
        .mapToDouble(own -> own.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .toArray();
  }

  private void take(int from, int to, double[] scores, Map<Integer, List<Double>> visitors) {
    Set<Integer> relevant = new HashSet<>();
    List<Integer> places = new ArrayList<>();
    for (int place = from; place < to; place++) {
      places.add(place);
      if (rows.followed()[tested[place]]) {
        relevant.add(place);
      }
    }
    if (relevant.isEmpty()) {
      return;
    }
    float[] blended = rows.features()[Feature.BLENDED.column()];
    places.sort(
        Comparator.comparingDouble((Integer place) -> -scores[place])
            .thenComparingDouble(place -> -blended[tested[place]])
            .thenComparing(Comparator.naturalOrder()));
    int[] ranked = places.stream().mapToInt(Integer::intValue).toArray();
    visitors
        .computeIfAbsent(rows.unit()[tested[from]], added -> new ArrayList<>())
        .add(RankingMetrics.of(ranked, relevant, PLACES).ndcg());
  }

  /** The scores of the blend. */
  double[] blended() {
    double[] scores = new double[tested.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = rows.features()[Feature.BLENDED.column()][tested[i]];
    }
    return scores;
  }
}
