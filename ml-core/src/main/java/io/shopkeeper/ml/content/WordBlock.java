package io.shopkeeper.ml.content;

import io.shopkeeper.ml.data.InteractionMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of one kind of all items, as vectors of length 1 of (1 + ln tf) · ln(1 + N / df): words
 * that few items have say more (Salton and Buckley, Information Processing and Management 24(5),
 * 1988). For one thread.
 */
final class WordBlock {

  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final Map<String, Integer> itemsOf = new TreeMap<>();

  /** The words of the next item, in any order. */
  void add(List<String> words) {
    var counted = new TreeMap<String, Integer>();
    words.forEach(word -> counted.merge(word, 1, Integer::sum));
    counted.keySet().forEach(word -> itemsOf.merge(word, 1, Integer::sum));
    counts.add(counted);
  }

  /**
   * Adds the vectors to the items' rows. A word of one item alone makes its vector longer but has
   * no column: it is shared with nothing.
   *
   * @param first column to use
   * @param length of the vectors
   * @return the first column that is still free
   */
  int write(InteractionMatrix.Builder rows, int first, double length) {
    Map<String, Integer> columns = new TreeMap<>();
    itemsOf.forEach(
        (word, items) -> {
          if (items > 1) {
            columns.put(word, first + columns.size());
          }
        });
    for (int item = 0; item < counts.size(); item++) {
      double squares = 0;
      for (Map.Entry<String, Integer> word : counts.get(item).entrySet()) {
        double weight = weight(word);
        squares += weight * weight;
      }
      for (Map.Entry<String, Integer> word : counts.get(item).entrySet()) {
        Integer column = columns.get(word.getKey());
        if (column != null) {
          rows.add(item, column, (float) (length * weight(word) / Math.sqrt(squares)));
        }
      }
    }
    return first + columns.size();
  }

  private double weight(Map.Entry<String, Integer> word) {
    double rarity = Math.log1p((double) counts.size() / itemsOf.get(word.getKey()));
    return (1 + Math.log(word.getValue())) * rarity;
  }
}
