package io.shopkeeper.ml.tree.boost;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which rows and features a tree sees. For one thread. */
final class Sampling {

  private final SplittableRandom random;

  Sampling(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Each row with the same probability; all if the share is 1. At least one. */
  int[] rows(int[] all, double share) {
    if (share >= 1) {
      return all;
    }
    int[] chosen = new int[all.length];
    int count = 0;
    long bound = (long) (share * (1L << 32));
    for (int i = 0; i < all.length; i += 2) {
      // Two rows from one random number.
      long bits = random.nextLong();
      if ((bits >>> 32) < bound) {
        chosen[count++] = all[i];
      }
      if ((bits & 0xFFFFFFFFL) < bound && i + 1 < all.length) {
        chosen[count++] = all[i + 1];
      }
    }
    return count == 0 ? new int[] {all[0]} : Arrays.copyOf(chosen, count);
  }

  /** So many of the features, rounded up, rising. */
  int[] features(int width, double share) {
    int[] all = IntStream.range(0, width).toArray();
    int count = (int) Math.ceil(share * width - 1e-9);
    if (count >= width) {
      return all;
    }
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(width - i);
      int moved = all[i];
      all[i] = all[other];
      all[other] = moved;
    }
    int[] chosen = Arrays.copyOf(all, count);
    Arrays.sort(chosen);
    return chosen;
  }
}
