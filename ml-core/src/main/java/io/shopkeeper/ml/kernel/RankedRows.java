package io.shopkeeper.ml.kernel;

import java.util.Arrays;

/**
 * For each of several rows, the best of many with their scores, best first; ties go to the lower
 * index. The arrays are not copied: do not change them.
 *
 * @param counts how many each row has
 * @param indices row after row, {@code most} places for each
 * @param scores in the order of the indices
 * @param most places for each row
 */
public record RankedRows(int[] counts, int[] indices, float[] scores, int most) {

  /** Room for so many rows. */
  public static RankedRows room(int rows, int most) {
    int cells = Math.multiplyExact(rows, most);
    return new RankedRows(new int[rows], new int[cells], new float[cells], most);
  }

  /** How many rows. */
  public int rows() {
    return counts.length;
  }

  /** A copy of a row's indices, best first. */
  public int[] indicesOf(int row) {
    return Arrays.copyOfRange(indices, row * most, row * most + counts[row]);
  }

  /** A copy of a row's scores, best first. */
  public float[] scoresOf(int row) {
    return Arrays.copyOfRange(scores, row * most, row * most + counts[row]);
  }

  /** Puts a row in. */
  public void put(int row, TopHeap best) {
    counts[row] = best.drain(indices, scores, row * most);
  }
}
