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
 * @param time of each row, in the file's own unit; its place in the file where there is none
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

  int size() {
    return user.length;
  }

  /** Later than this is milliseconds (1973), not seconds (the year 5138). */
  private static final long MILLISECONDS = 100_000_000_000L;

  /** Earlier than this (1973) is no time but a place in an order. */
  private static final long SECONDS = 100_000_000L;

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
    if (newest < SECONDS) {
      return new long[ordered.length];
    }
    long unit = newest < MILLISECONDS ? 1000 : 1;
    return IntStream.of(ordered).mapToLong(row -> unit * time[row]).toArray();
  }
}
