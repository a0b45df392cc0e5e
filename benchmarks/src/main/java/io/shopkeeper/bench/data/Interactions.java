package io.shopkeeper.bench.data;

import io.shopkeeper.ml.kernel.SparseRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;

/**
 * Who has what: pairs of a user and an item.
 *
 * @param name of the case
 * @param users of each pair, ascending
 * @param items of each pair, ascending for one user
 */
public record Interactions(String name, int[] users, int[] items) {

  private static final int ITEMS = 50_000;

  /**
   * Case C: interactions with power laws. A user has ⌊55 / (1 − r)^(1/1.8)⌋ draws, at most 1,000,
   * and one of 100 groups; half the draws are ⌊500·r^2.5⌋·100 + group, half ⌊50,000·r^2.5⌋; repeats
   * count once. Seed 3. With 100,000 users there are 10,352,382 pairs.
   *
   * @param users how many; the first ones are the same whatever the number
   */
  public static Interactions generate(int users) {
    var random = new Random(3);
    int[] u = new int[1 << 20];
    int[] v = new int[1 << 20];
    int size = 0;
    var seen = new BitSet(ITEMS);
    for (int user = 0; user < users; user++) {
      int draws = (int) Math.min(1000, Math.floor(55 / Math.pow(1 - random.nextDouble(), 1 / 1.8)));
      int group = random.nextInt(100);
      seen.clear();
      for (int k = 0; k < draws; k++) {
        boolean own = random.nextDouble() < 0.5;
        double power = Math.pow(random.nextDouble(), 2.5);
        seen.set(own ? ((int) (500 * power)) * 100 + group : (int) (ITEMS * power));
      }
      for (int item = seen.nextSetBit(0); item >= 0; item = seen.nextSetBit(item + 1)) {
        if (size == u.length) {
          u = Arrays.copyOf(u, 2 * size);
          v = Arrays.copyOf(v, 2 * size);
        }
        u[size] = user;
        v[size++] = item;
      }
    }
    return new Interactions(
        "C" + (users == 100_000 ? "" : "-" + users),
        Arrays.copyOf(u, size),
        Arrays.copyOf(v, size));
  }

  /** Σ (items of a user)²: the additions that comparing all items takes. */
  public double pairProducts() {
    double products = 0;
    int count = 0;
    for (int i = 0; i < users.length; i++) {
      count = i > 0 && users[i] == users[i - 1] ? count + 1 : 1;
      // n² grows by 2n − 1 with its n-th.
      products += 2.0 * count - 1;
    }
    return products;
  }

  /** Users × items, each cell 1. */
  public SparseRows byUser() {
    int rows = Arrays.stream(users).max().orElse(-1) + 1;
    int columns = Arrays.stream(items).max().orElse(-1) + 1;
    int[] starts = new int[rows + 1];
    for (int user : users) {
      starts[user + 1]++;
    }
    for (int user = 0; user < rows; user++) {
      starts[user + 1] += starts[user];
    }
    float[] ones = new float[items.length];
    Arrays.fill(ones, 1);
    return new SparseRows(rows, columns, starts, items, ones);
  }
}
