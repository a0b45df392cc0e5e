package io.shopkeeper.ml.split;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/** One part of the rows held out, in the ways that the field knows. */
public final class Holdout {

  /** The seed of {@link #rule}, which is the same for everybody. */
  private static final long RULE_SEED = 42;

  private Holdout() {}

  /**
   * A random part.
   *
   * @param share of the rows that is held out, between 0 and 1
   */
  public static Fold random(int rows, double share, long seed) {
    return first(rows, Orders.shuffled(rows, seed), count(rows, share));
  }

  /**
   * A random part in which each class has its share, within one row.
   *
   * @param classes of each row; any numbers
   * @param share of the rows that is held out, between 0 and 1
   */
  public static Fold stratified(int[] classes, double share, long seed) {
    int rows = classes.length;
    int[] order = Orders.byClass(classes, seed);
    var test = new BitSet(rows);
    int begin = 0;
    while (begin < rows) {
      int end = begin;
      while (end < rows && classes[order[end]] == classes[order[begin]]) {
        end++;
      }
      // Rounded at the ends of classes, so that the whole part has the size of a random one.
      int held = count(end, share) - count(begin, share);
      Arrays.stream(order, begin, begin + held).forEach(test::set);
      begin = end;
    }
    return Fold.holding(rows, test);
  }

  /**
   * Random groups with all of their rows, as many as come nearest to the share.
   *
   * @param groups of each row; any numbers
   * @param share of the rows that is held out, between 0 and 1
   */
  public static Fold grouped(int[] groups, double share, long seed) {
    Groups known = Groups.of(groups);
    int wanted = count(groups.length, share);
    var chosen = new BitSet(known.count());
    int held = 0;
    for (int group : Orders.shuffled(known.count(), seed)) {
      int more = held + known.size(group);
      if (Math.abs(more - wanted) < Math.abs(held - wanted)) {
        chosen.set(group);
        held = more;
      }
    }
    return Fold.holding(groups.length, known.rows(chosen));
  }

  /**
   * The latest rows: those from place ⌊(1 − share)·n⌋ in the order of time, ties in the order of
   * the rows.
   *
   * @param times of each row, in any unit
   * @param share of the rows that is held out, between 0 and 1
   */
  public static Fold latest(long[] times, double share) {
    count(times.length, share);
    int[] order = Orders.byTime(times);
    var test = new BitSet(times.length);
    Arrays.stream(order, (int) Math.floor((1 - share) * times.length), times.length)
        .forEach(test::set);
    return Fold.holding(times.length, test);
  }

  /**
   * The groups that began last, whole: of g groups those from place ⌊(1 − share)·g⌋ in the order of
   * their first rows, ties in the order of the rows. Rows of other groups that had not ended when
   * the first of these began are in neither part, so that nothing is learnt from what came later.
   *
   * @param groups of each row, such as its session
   * @param times of each row, in any unit
   * @param share of the groups that is held out, between 0 and 1
   */
  public static Fold latestGroups(int[] groups, long[] times, double share) {
    if (groups.length != times.length) {
      throw new IllegalArgumentException(
          "%,d groups, %,d times".formatted(groups.length, times.length));
    }
    Groups known = Groups.of(groups);
    count(known.count(), share);
    int first = (int) Math.floor((1 - share) * known.count());
    int begun = 0;
    long begin = Long.MAX_VALUE;
    var seen = new BitSet(known.count());
    var held = new BitSet(known.count());
    var running = new BitSet(known.count());
    for (int row : Orders.byTime(times)) {
      int group = known.of(row);
      if (!seen.get(group)) {
        seen.set(group);
        held.set(group, begun++ >= first);
        begin = held.get(group) ? Math.min(begin, times[row]) : begin;
      } else if (!held.get(group) && times[row] >= begin) {
        running.set(group);
      }
    }
    BitSet test = known.rows(held);
    BitSet train = known.rows(running);
    train.or(test);
    train.flip(0, groups.length);
    return new Fold(train.stream().toArray(), test.stream().toArray());
  }

  /**
   * The last rows of each group that has more than those; of several at one time the later row is
   * the later.
   *
   * @param groups of each row, such as its user
   * @param times of each row, in any unit
   * @param count rows that are held out of each, at least 1
   */
  public static Fold lastOfEach(int[] groups, long[] times, int count) {
    if (groups.length != times.length || count < 1) {
      throw new IllegalArgumentException(
          "%,d groups, %,d times, %d rows of each".formatted(groups.length, times.length, count));
    }
    Groups known = Groups.of(groups);
    int[] seen = new int[known.count()];
    var test = new BitSet(groups.length);
    for (int row : Orders.byTime(times)) {
      int size = known.size(known.of(row));
      // A group without another row would be unknown in training.
      test.set(row, size > count && seen[known.of(row)]++ >= size - count);
    }
    return Fold.holding(groups.length, test);
  }

  /**
   * A part that anybody can draw again: row i is held out if the i-th number of
   * SplittableRandom(42), unsigned, modulo 100, is below the percentage.
   *
   * @param percent from 1 to 99
   */
  public static Fold rule(int rows, int percent) {
    if (percent < 1 || percent > 99) {
      throw new IllegalArgumentException("percent must be from 1 to 99, but is " + percent);
    }
    var random = new SplittableRandom(RULE_SEED);
    var test = new BitSet(rows);
    for (int row = 0; row < rows; row++) {
      test.set(row, Long.remainderUnsigned(random.nextLong(), 100) < percent);
    }
    return Fold.holding(rows, test);
  }

  private static Fold first(int rows, int[] order, int count) {
    var test = new BitSet(rows);
    Arrays.stream(order, 0, count).forEach(test::set);
    return Fold.holding(rows, test);
  }

  private static int count(int rows, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be between 0 and 1, but is " + share);
    }
    return (int) Math.round(share * rows);
  }
}
