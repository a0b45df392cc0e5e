package io.shopkeeper.cli.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects rows, and numbers users and items. For one thread. */
final class InteractionRows {

  private final Map<String, Integer> users = new HashMap<>();
  private final Map<String, Integer> items = new HashMap<>();
  private final List<String> userIds = new ArrayList<>();
  private final List<String> itemIds = new ArrayList<>();
  private int[] user = new int[1024];
  private int[] item = new int[1024];
  private float[] rating = new float[1024];
  private long[] time = new long[1024];
  private int size;
  private boolean allTimed = true;

  /**
   * Takes a row in.
   *
   * @param at in thousandths of the file's unit
   * @param timed false where the file has no time; the rows' order then stands for it
   */
  void add(String userId, String itemId, float value, long at, boolean timed) {
    if (size == user.length) {
      int larger = Math.addExact(size, size >> 1);
      user = Arrays.copyOf(user, larger);
      item = Arrays.copyOf(item, larger);
      rating = Arrays.copyOf(rating, larger);
      time = Arrays.copyOf(time, larger);
    }
    user[size] = number(userId, users, userIds);
    item[size] = number(itemId, items, itemIds);
    rating[size] = value;
    time[size] = timed ? at : Interactions.PARTS * size;
    allTimed &= timed;
    size++;
  }

  int size() {
    return size;
  }

  /** Makes an item known that perhaps nobody has. */
  void know(String itemId) {
    number(itemId, items, itemIds);
  }

  Interactions build() {
    return new Interactions(
        List.copyOf(userIds),
        List.copyOf(itemIds),
        Arrays.copyOf(user, size),
        Arrays.copyOf(item, size),
        Arrays.copyOf(rating, size),
        Arrays.copyOf(time, size),
        allTimed);
  }

  private static int number(String id, Map<String, Integer> numbers, List<String> ids) {
    return numbers.computeIfAbsent(
        id,
        added -> {
          ids.add(added);
          return ids.size() - 1;
        });
  }
}
