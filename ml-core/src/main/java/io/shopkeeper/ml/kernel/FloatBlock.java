package io.shopkeeper.ml.kernel;

/**
 * A matrix inside an array: element (i, j) stands at {@code offset + i · stride + j}. The array is
 * not copied.
 *
 * @param values row by row
 * @param offset where the matrix begins, 0 or more
 * @param stride from one row to the next, at least the number of columns
 */
public record FloatBlock(float[] values, int offset, int stride) {

  /** A whole array of rows of so many columns. */
  public static FloatBlock of(float[] values, int columns) {
    return new FloatBlock(values, 0, columns);
  }

  /** The part that begins at a row and a column of this. */
  public FloatBlock at(int row, int column) {
    return new FloatBlock(
        values, Math.addExact(offset, Math.multiplyExact(row, stride)) + column, stride);
  }
}
