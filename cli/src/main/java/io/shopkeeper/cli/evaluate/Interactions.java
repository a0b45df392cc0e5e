package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.ranking.InteractionLog;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of a file, users and items numbered in the order of their first appearance.
 *
 * @param userIds by number
 * @param itemIds by number
 * @param rating of each row; 1 where the file has none
 * @param time of each row, in thousandths of the file's unit; of its place in the file where there
 *     is none
 * @param timed whether the file has times
 */
record Interactions(
    List<String> userIds,
    List<String> itemIds,
    int[] user,
    int[] item,
    float[] rating,
    long[] time,
    boolean timed) {

  /** Parts of the file's unit of time that are told apart. */
  static final long PARTS = 1000;

  /** Later than this is milliseconds (1973), not seconds (the year 5138). */
  private static final long MILLISECONDS = 100_000_000_000L;

  /** Earlier than this (1973) is no time but a place in an order. */
  private static final long SECONDS = 100_000_000L;

  int size() {
    return user.length;
  }

  /** Those rows in the order of time, each counting 1. */
  InteractionLog log(int[] chosen) {
    int[] ordered =
        IntStream.of(chosen)
            .boxed()
            .sorted(Comparator.comparingLong(row -> time[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    float[] ones = new float[ordered.length];
    Arrays.fill(ones, 1);
    return new InteractionLog(
        userIds.size(),
        itemIds.size(),
        IntStream.of(ordered).map(row -> user[row]).toArray(),
        IntStream.of(ordered).map(row -> item[row]).toArray(),
        ones,
        times(ordered));
  }

  private long[] times(int[] ordered) {
    long newest = timed && ordered.length > 0 ? time[ordered[ordered.length - 1]] : 0;
    if (newest < PARTS * SECONDS) {
      return new long[ordered.length];
    }
    // Thousandths of seconds are milliseconds.
    long parts = newest < PARTS * MILLISECONDS ? 1 : PARTS;
    return IntStream.of(ordered).mapToLong(row -> Math.floorDiv(time[row], parts)).toArray();
  }
}
