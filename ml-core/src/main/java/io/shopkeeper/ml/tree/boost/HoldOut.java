package io.shopkeeper.ml.tree.boost;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Parts of the training rows that are held out in turn, each class in its share.
 *
 * @param fold of each row, from 0
 * @param folds how many
 */
public record HoldOut(int[] fold, int folds) {

  /**
   * Deals rows out.
   *
   * @param groups the class of each row; the same for all where there are none
   */
  public static HoldOut of(int[] groups, int folds, long seed) {
    var random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, groups.length).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
    int[] fold = new int[groups.length];
    int[] dealt = new int[1 + Arrays.stream(groups).max().orElse(0)];
    for (int row : order) {
      fold[row] = dealt[groups[row]]++ % folds;
    }
    return new HoldOut(fold, folds);
  }

  /** The rows that are held out. */
  public int[] validation(int part) {
    return IntStream.range(0, fold.length).filter(row -> fold[row] == part).toArray();
  }

  /** The others. */
  public int[] training(int part) {
    return IntStream.range(0, fold.length).filter(row -> fold[row] != part).toArray();
  }
}
