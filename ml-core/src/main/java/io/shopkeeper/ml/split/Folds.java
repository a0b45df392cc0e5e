package io.shopkeeper.ml.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several folds, for cross-validation: k parts, each held out once while the others are learnt from
 * (M. Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", JRSS B 36, 1974).
 */
public final class Folds {

  private Folds() {}

  /**
   * Random parts whose sizes differ by one row at most.
   *
   * @param count of folds, at least 2 and at most the rows
   */
  public static List<Fold> random(int rows, int count, long seed) {
    return dealt(Orders.shuffled(rows, seed), count);
  }

  /**
   * Random parts in which the rows of each class, and all rows, differ by one at most.
   *
   * @param classes of each row; any numbers
   * @param count of folds, at least 2 and at most the rows
   */
  public static List<Fold> stratified(int[] classes, int count, long seed) {
    return dealt(Orders.byClass(classes, seed), count);
  }

  /**
   * Parts of whole groups: the largest group comes first, each to the part that has the fewest
   * rows.
   *
   * @param groups of each row; any numbers
   * @param count of folds, at least 2 and at most the groups
   */
  public static List<Fold> grouped(int[] groups, int count, long seed) {
    Groups known = Groups.of(groups);
    check(count, known.count(), "groups");
    List<BitSet> parts = IntStream.range(0, count).mapToObj(part -> new BitSet()).toList();
    int[] sizes = new int[count];
    IntStream.of(Orders.shuffled(known.count(), seed))
        .boxed()
        .sorted(Comparator.comparingInt(group -> -known.size(group)))
        .forEach(
            group -> {
              int smallest = smallest(sizes);
              parts.get(smallest).set(group);
              sizes[smallest] += known.size(group);
            });
    return parts.stream().map(part -> Fold.holding(groups.length, known.rows(part))).toList();
  }

  /**
   * Parts in the order of time, each learnt from all that was before it: with k folds the rows are
   * divided into k + 1 parts, of which the first is never held out.
   *
   * @param times of each row, in any unit; ties stay in the order of the rows
   * @param count of folds, at least 2 and fewer than the rows
   */
  public static List<Fold> forward(long[] times, int count) {
    check(count, times.length - 1, "rows");
    int[] order = Orders.byTime(times);
    List<Fold> folds = new ArrayList<>();
    for (int fold = 1; fold <= count; fold++) {
      int begin = place(times.length, fold, count + 1);
      int end = place(times.length, fold + 1, count + 1);
      folds.add(new Fold(sorted(order, 0, begin), sorted(order, begin, end)));
    }
    return folds;
  }

  private static int place(int rows, int part, int parts) {
    return (int) ((long) rows * part / parts);
  }

  private static int[] sorted(int[] order, int begin, int end) {
    int[] rows = Arrays.copyOfRange(order, begin, end);
    Arrays.sort(rows);
    return rows;
  }

  private static int smallest(int[] sizes) {
    int smallest = 0;
    for (int part = 1; part < sizes.length; part++) {
      smallest = sizes[part] < sizes[smallest] ? part : smallest;
    }
    return smallest;
  }

  /** As cards are dealt: one row to each part in turn. */
  private static List<Fold> dealt(int[] order, int count) {
    check(count, order.length, "rows");
    List<Fold> folds = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      var test = new BitSet(order.length);
      for (int place = fold; place < order.length; place += count) {
        test.set(order[place]);
      }
      folds.add(Fold.holding(order.length, test));
    }
    return folds;
  }

  private static void check(int count, int most, String what) {
    if (count < 2) {
      throw new IllegalArgumentException("there must be at least 2 folds, but are " + count);
    }
    if (count > most) {
      throw new IllegalArgumentException(
          "%d folds need more than %,d %s: take fewer folds".formatted(count, most, what));
    }
  }
}
