package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.neighbour.TopItems;
import io.shopkeeper.ml.ranking.History;
import java.util.BitSet;

/** Who is asked in the second stage. */
final class Candidates {

  private Candidates() {}

  /**
   * The first ones of each component that are not in the history, together.
   *
   * @param scores components × items
   * @param most of each
   * @return ascending
   */
  static int[] of(History history, float[][] scores, int most) {
    var owned = new BitSet();
    for (int item : history.items()) {
      if (item >= 0) {
        owned.set(item);
      }
    }
    var chosen = new BitSet();
    for (float[] of : scores) {
      var best = new TopItems(most);
      for (int item = 0; item < of.length; item++) {
        if (!owned.get(item)) {
          best.offer(item, of[item]);
        }
      }
      for (int item : best.drain().items()) {
        chosen.set(item);
      }
    }
    return chosen.stream().toArray();
  }
}
