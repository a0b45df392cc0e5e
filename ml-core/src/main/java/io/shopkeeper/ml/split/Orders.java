package io.shopkeeper.ml.split;

import io.shopkeeper.ml.data.Shuffle;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Orders of rows. */
final class Orders {

  private Orders() {}

  /** A random order. */
  static int[] shuffled(int rows, long seed) {
    int[] order = IntStream.range(0, rows).toArray();
    Shuffle.of(order, new SplittableRandom(seed));
    return order;
  }

  /** By time, ties in the order of the rows. */
  static int[] byTime(long[] times) {
    return IntStream.range(0, times.length)
        .boxed()
        .sorted(Comparator.comparingLong(row -> times[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** A random order within each class, the classes one after the other. */
  static int[] byClass(int[] classes, long seed) {
    return IntStream.of(shuffled(classes.length, seed))
        .boxed()
        .sorted(Comparator.comparingInt(row -> classes[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
