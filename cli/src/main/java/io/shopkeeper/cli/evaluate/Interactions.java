package io.shopkeeper.cli.evaluate;

import java.util.List;

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
}
