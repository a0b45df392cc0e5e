package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Ratings in parallel columns, in any order; several of one user and item each count. The arrays
 * are not copied: who hands them over changes them no more.
 *
 * @param users how many users there are
 * @param items how many items there are
 * @param user of each rating, 0 to users − 1
 * @param item of each rating, 0 to items − 1
 * @param value of each rating, finite
 * @param userAttributes what is known of the users, one row each; perhaps without a column
 * @param itemAttributes what is known of the items, one row each; perhaps without a column
 */
public record Ratings(
    int users,
    int items,
    int[] user,
    int[] item,
    float[] value,
    Table userAttributes,
    Table itemAttributes) {

  public Ratings {
    if (user.length != item.length || user.length != value.length) {
      throw new IllegalArgumentException(
          "%d users, %d items, %d values".formatted(user.length, item.length, value.length));
    }
    if (userAttributes.rows() != users || itemAttributes.rows() != items) {
      throw new IllegalArgumentException(
          "%,d users and %,d items, but attributes of %,d and %,d"
              .formatted(users, items, userAttributes.rows(), itemAttributes.rows()));
    }
    for (int i = 0; i < user.length; i++) {
      if (user[i] < 0 || user[i] >= users || item[i] < 0 || item[i] >= items) {
        throw new IllegalArgumentException(
            "rating %d: no user %d or no item %d".formatted(i, user[i], item[i]));
      }
      if (!Float.isFinite(value[i])) {
        throw new IllegalArgumentException("rating %d is %s".formatted(i, value[i]));
      }
    }
  }

  /** Where nothing is known of users and items. */
  public Ratings(int users, int items, int[] user, int[] item, float[] value) {
    this(users, items, user, item, value, new Table(users, List.of()), new Table(items, List.of()));
  }

  /** The same with other values. */
  public Ratings withValues(float[] values) {
    return new Ratings(users, items, user, item, values, userAttributes, itemAttributes);
  }

  /** Those ratings. */
  public Ratings select(int[] chosen) {
    float[] values = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      values[i] = value[chosen[i]];
    }
    return new Ratings(
        users,
        items,
        Arrays.stream(chosen).map(i -> user[i]).toArray(),
        Arrays.stream(chosen).map(i -> item[i]).toArray(),
        values,
        userAttributes,
        itemAttributes);
  }

  /** How many ratings there are. */
  public int size() {
    return value.length;
  }

  /** The mean of all; 0 where there is none. */
  public double mean() {
    double sum = 0;
    for (float one : value) {
      sum += one;
    }
    return value.length == 0 ? 0 : sum / value.length;
  }

  /** The least value; NaN where there is none. */
  public double least() {
    double least = Double.NaN;
    for (float one : value) {
      least = Double.isNaN(least) ? one : Math.min(least, one);
    }
    return least;
  }

  /** The greatest value; NaN where there is none. */
  public double greatest() {
    double greatest = Double.NaN;
    for (float one : value) {
      greatest = Double.isNaN(greatest) ? one : Math.max(greatest, one);
    }
    return greatest;
  }

  /** Users × items; a cell holds the last rating where there are several. */
  public InteractionMatrix matrix() {
    var last = new HashMap<Long, Float>(2 * value.length);
    for (int i = 0; i < value.length; i++) {
      last.put(((long) user[i] << 32) | item[i], value[i]);
    }
    var builder = InteractionMatrix.builder().atLeast(users, items);
    last.forEach((cell, one) -> builder.add((int) (cell >>> 32), cell.intValue(), one));
    return builder.build();
  }
}
