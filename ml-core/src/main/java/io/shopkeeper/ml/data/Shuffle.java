package io.shopkeeper.ml.data;

import java.util.SplittableRandom;

/**
 * Random orders by the shuffle of Fisher and Yates, each as likely as any other. The two ways draw
 * alike and give different orders, so that a stored seed needs the way that it was used with.
 */
public final class Shuffle {

  private Shuffle() {}

  /** Brings what is there into a random order, from its end (Durstenfeld 1964). */
  public static void of(int[] order, SplittableRandom random) {
    of(order, order.length, random);
  }

  /** The same of the first {@code count}; the others stay. */
  public static void of(int[] order, int count, SplittableRandom random) {
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  /** A random order of 0 to {@code count} − 1, made from its beginning. */
  public static int[] upTo(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
