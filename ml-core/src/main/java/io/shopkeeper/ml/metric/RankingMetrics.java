package io.shopkeeper.ml.metric;

import java.util.Set;

/**
 * Quality of one ranked list against the items that were held out, with binary relevance (Järvelin
 * and Kekäläinen, 2002, for NDCG). All values are from 0 to 1.
 *
 * @param recall hits / min(k, held-out items)
 * @param precision hits / k
 * @param ndcg discounted gain over that of an ideal list of the same length
 * @param averagePrecision mean of the precision at each hit, over min(k, held-out items)
 * @param hitRate 1 if there is any hit
 * @param reciprocalRank 1 / place of the first hit
 */
public record RankingMetrics(
    double recall,
    double precision,
    double ndcg,
    double averagePrecision,
    double hitRate,
    double reciprocalRank) {

  /**
   * Measures a list.
   *
   * @param ranked best first; only the first k count
   * @param relevant what was held out, not empty
   * @param k at least 1
   */
  public static RankingMetrics of(int[] ranked, Set<Integer> relevant, int k) {
    if (relevant.isEmpty() || k < 1) {
      throw new IllegalArgumentException("nothing to measure: no held-out item, or k < 1");
    }
    int hits = 0;
    double gain = 0;
    double precisions = 0;
    double firstHit = 0;
    for (int place = 0; place < Math.min(k, ranked.length); place++) {
      if (relevant.contains(ranked[place])) {
        hits++;
        gain += discount(place);
        precisions += (double) hits / (place + 1);
        firstHit = firstHit == 0 ? 1.0 / (place + 1) : firstHit;
      }
    }
    int possible = Math.min(k, relevant.size());
    double ideal = 0;
    for (int place = 0; place < possible; place++) {
      ideal += discount(place);
    }
    return new RankingMetrics(
        (double) hits / possible,
        (double) hits / k,
        gain / ideal,
        precisions / possible,
        hits > 0 ? 1 : 0,
        firstHit);
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2.0);
  }
}
