package io.shopkeeper.ml.split;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which rows are learnt from and which are held out. Rows are counted from 0, each part ascends,
 * and no row is in both; a row may be in neither. The arrays are not copied: do not change them.
 *
 * @param train rows to learn from
 * @param test rows to measure on
 */
public record Fold(int[] train, int[] test) {

  /** All rows, those not held out being learnt from. */
  static Fold holding(int rows, BitSet test) {
    return new Fold(
        IntStream.range(0, rows).filter(row -> !test.get(row)).toArray(), test.stream().toArray());
  }

  /** Where nothing is held out. */
  public static Fold whole(int rows) {
    return new Fold(IntStream.range(0, rows).toArray(), new int[0]);
  }

  /**
   * A random part of the training rows, ascending, at least one row; of one seed a smaller part is
   * contained in a larger one.
   *
   * @param share above 0 and at most 1
   */
  public int[] part(double share, long seed) {
    int count = (int) Math.min(train.length, Math.max(1, Math.round(share * train.length)));
    return IntStream.of(Orders.shuffled(train.length, seed))
        .limit(count)
        .map(place -> train[place])
        .sorted()
        .toArray();
  }

  /**
   * The same fold of chosen rows: its numbers are then places among those.
   *
   * @param rows ascending
   */
  public Fold among(int[] rows) {
    return new Fold(
        IntStream.of(train).map(place -> rows[place]).toArray(),
        IntStream.of(test).map(place -> rows[place]).toArray());
  }
}
