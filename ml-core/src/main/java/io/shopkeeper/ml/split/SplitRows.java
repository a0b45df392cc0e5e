package io.shopkeeper.ml.split;

import java.util.Optional;

/**
 * What a split may look at. The arrays are not copied: do not change them.
 *
 * @param count of rows
 * @param classes of each row, for stratified splits
 * @param groups of each row, such as its customer, for splits by groups and leave-last
 * @param times of each row in any unit, for splits by time and leave-last
 */
public record SplitRows(
    int count, Optional<int[]> classes, Optional<int[]> groups, Optional<long[]> times) {

  public SplitRows {
    requireCount(count, classes.map(values -> values.length), "classes");
    requireCount(count, groups.map(values -> values.length), "groups");
    requireCount(count, times.map(values -> values.length), "times");
  }

  /** Where nothing more is known. */
  public static SplitRows of(int count) {
    return new SplitRows(count, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** With the class of each row. */
  public SplitRows withClasses(int[] codes) {
    return new SplitRows(count, Optional.of(codes), groups, times);
  }

  /** With the group of each row. */
  public SplitRows withGroups(int[] codes) {
    return new SplitRows(count, classes, Optional.of(codes), times);
  }

  /** With the time of each row. */
  public SplitRows withTimes(long[] moments) {
    return new SplitRows(count, classes, groups, Optional.of(moments));
  }

  private static void requireCount(int count, Optional<Integer> found, String what) {
    if (found.isPresent() && found.get() != count) {
      throw new IllegalArgumentException(
          "%,d rows, but %,d %s".formatted(count, found.get(), what));
    }
  }
}
