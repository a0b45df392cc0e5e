package io.shopkeeper.recommendation.features;

import io.shopkeeper.ml.data.InteractionMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * Who did how much with what and when, in the order of time: dense users and items in parallel
 * arrays. Immutable and safe for use by several threads.
 */
public final class Interactions {

  private static final long DAY = 86_400_000L;

  private final List<String> productIds;
  private final int users;
  private final int[] user;
  private final int[] item;
  private final float[] weight;
  private final long[] time;
  private final boolean[] purchase;

  Interactions(
      List<String> productIds,
      int users,
      int[] user,
      int[] item,
      float[] weight,
      long[] time,
      boolean[] purchase) {
    this.productIds = productIds;
    this.users = users;
    this.user = user;
    this.item = item;
    this.weight = weight;
    this.time = time;
    this.purchase = purchase;
  }

  /** The shop's ids of the items. */
  public List<String> productIds() {
    return productIds;
  }

  /** Customers and visitors. */
  public int users() {
    return users;
  }

  /** Products with at least one interaction. */
  public int items() {
    return productIds.size();
  }

  /** Interactions. */
  public int size() {
    return user.length;
  }

  public int user(int index) {
    return user[index];
  }

  public int item(int index) {
    return item[index];
  }

  public float weight(int index) {
    return weight[index];
  }

  /** Milliseconds since 1970. */
  public long time(int index) {
    return time[index];
  }

  /** The first ones, up to an index; users and items keep their numbers. */
  public Interactions first(int count) {
    return new Interactions(
        productIds,
        users,
        Arrays.copyOf(user, count),
        Arrays.copyOf(item, count),
        Arrays.copyOf(weight, count),
        Arrays.copyOf(time, count),
        Arrays.copyOf(purchase, count));
  }

  /** Users × items; a cell is ln(1 + sum of its weights), so that ten views are not ten likes. */
  public InteractionMatrix matrix() {
    var builder = InteractionMatrix.builder().atLeast(users, items());
    for (int i = 0; i < user.length; i++) {
      builder.add(user[i], item[i], weight[i]);
    }
    return builder.build().map(value -> (float) Math.log1p(value));
  }

  /** Baskets × items: what a user bought on one day (UTC), as ones. */
  public InteractionMatrix baskets() {
    var numbers = new java.util.HashMap<Long, Integer>();
    var builder = InteractionMatrix.builder().atLeast(0, items());
    for (int i = 0; i < user.length; i++) {
      if (purchase[i]) {
        long key = ((long) user[i] << 32) | Math.floorDiv(time[i], DAY);
        builder.add(numbers.computeIfAbsent(key, added -> numbers.size()), item[i], 1);
      }
    }
    return builder.build().map(value -> 1);
  }
}
