package io.shopkeeper.ml.ranking;

import io.shopkeeper.ml.data.InteractionMatrix;
import java.util.Arrays;

/**
 * Interactions in parallel columns, in the order of time. The arrays are not copied: who hands them
 * over changes them no more.
 *
 * @param users how many there are, with those who did nothing
 * @param items how many there are, with those nobody met
 * @param user of each, 0 to users − 1
 * @param item of each, 0 to items − 1
 * @param value how much each counts, greater than 0
 * @param time of each in milliseconds, not falling; all 0 where unknown
 */
public record InteractionLog(
    int users, int items, int[] user, int[] item, float[] value, long[] time) {

  public InteractionLog {
    if (user.length != item.length || user.length != value.length || user.length != time.length) {
      throw new IllegalArgumentException(
          "%d users, %d items, %d values, %d times"
              .formatted(user.length, item.length, value.length, time.length));
    }
    for (int i = 0; i < user.length; i++) {
      if (user[i] < 0 || user[i] >= users || item[i] < 0 || item[i] >= items) {
        throw new IllegalArgumentException(
            "interaction %d: no user %d or no item %d".formatted(i, user[i], item[i]));
      }
      if (!(value[i] > 0) || Float.isInfinite(value[i])) {
        throw new IllegalArgumentException(
            "interaction %d: a value must be greater than 0, but is %s".formatted(i, value[i]));
      }
      if (i > 0 && time[i] < time[i - 1]) {
        throw new IllegalArgumentException(
            "interaction %d is older than the one before".formatted(i));
      }
    }
  }

  /** How many. */
  public int size() {
    return user.length;
  }

  /** Users × items, values of one cell added up. */
  public InteractionMatrix matrix() {
    InteractionMatrix.Builder builder = InteractionMatrix.builder().atLeast(users, items);
    for (int i = 0; i < user.length; i++) {
      builder.add(user[i], item[i], value[i]);
    }
    return builder.build();
  }

  /** Users × items, 1 where there is any interaction. */
  public InteractionMatrix binary() {
    return matrix().map(value -> 1);
  }

  /** What each user did, in the order of time. */
  public History[] histories() {
    int[] counts = new int[users];
    for (int one : user) {
      counts[one]++;
    }
    var histories = new History[users];
    for (int u = 0; u < users; u++) {
      histories[u] = new History(u, new int[counts[u]], new float[counts[u]], new long[counts[u]]);
    }
    int[] next = new int[users];
    for (int i = 0; i < user.length; i++) {
      History history = histories[user[i]];
      int place = next[user[i]]++;
      history.items()[place] = item[i];
      history.values()[place] = value[i];
      history.times()[place] = time[i];
    }
    return histories;
  }

  /** Those interactions; their order must be that of time. */
  public InteractionLog select(int[] chosen) {
    return new InteractionLog(
        users,
        items,
        Arrays.stream(chosen).map(i -> user[i]).toArray(),
        Arrays.stream(chosen).map(i -> item[i]).toArray(),
        select(value, chosen),
        Arrays.stream(chosen).mapToLong(i -> time[i]).toArray());
  }

  private static float[] select(float[] values, int[] chosen) {
    float[] selected = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      selected[i] = values[chosen[i]];
    }
    return selected;
  }
}
