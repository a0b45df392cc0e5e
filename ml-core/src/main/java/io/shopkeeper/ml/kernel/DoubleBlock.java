package io.shopkeeper.ml.kernel;

/**
 * A matrix inside an array: element (i, j) stands at {@code offset + i · stride + j}. The array is
 * not copied.
 *
 * @param values row by row
 * @param offset where the matrix begins, 0 or more
 * @param stride from one row to the next, at least the number of columns
 */
public record DoubleBlock(double[] values, int offset, int stride) {

  /** A whole array of rows of so many columns. */
  public static DoubleBlock of(double[] values, int columns) {
    return new DoubleBlock(values, 0, columns);
  }

  /** The part that begins at a row and a column of this. */
  public DoubleBlock at(int row, int column) {
    return new DoubleBlock(
        values, Math.addExact(offset, Math.multiplyExact(row, stride)) + column, stride);
  }
}
