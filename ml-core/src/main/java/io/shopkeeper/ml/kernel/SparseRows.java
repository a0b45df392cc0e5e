package io.shopkeeper.ml.kernel;

/**
 * A matrix in compressed sparse rows. The arrays are not copied: do not change them.
 *
 * @param rows 0 or more
 * @param columns 0 or more
 * @param starts of each row in the other two arrays, and the end of the last; rows + 1 values
 * @param indices the column of each cell, ascending and unique within a row
 * @param values of the cells
 */
public record SparseRows(int rows, int columns, int[] starts, int[] indices, float[] values) {

  public SparseRows {
    if (rows < 0 || columns < 0 || starts.length != rows + 1) {
      throw new IllegalArgumentException(
          "%d rows need %d starts, but there are %d".formatted(rows, rows + 1, starts.length));
    }
    if (starts[0] != 0 || starts[rows] > indices.length || starts[rows] > values.length) {
      throw new IllegalArgumentException("the rows reach beyond the cells");
    }
  }

  /** Cells that hold a value. */
  public int nonZeros() {
    return starts[rows];
  }

  /** Cells of a row. */
  public int count(int row) {
    return starts[row + 1] - starts[row];
  }

  /** The same cells with other values. */
  public SparseRows map(FloatOperator change) {
    float[] changed = new float[values.length];
    for (int cell = 0; cell < changed.length; cell++) {
      changed[cell] = change.apply(values[cell]);
    }
    return new SparseRows(rows, columns, starts, indices, changed);
  }

  /** A value for a value. */
  @FunctionalInterface
  public interface FloatOperator {

    /** The value in place of this one. */
    float apply(float value);
  }

  /** Columns × rows. Time and memory are those of the cells. */
  public SparseRows transpose() {
    int[] turnedStarts = new int[columns + 1];
    int cells = nonZeros();
    for (int cell = 0; cell < cells; cell++) {
      turnedStarts[indices[cell] + 1]++;
    }
    for (int column = 0; column < columns; column++) {
      turnedStarts[column + 1] += turnedStarts[column];
    }
    int[] next = turnedStarts.clone();
    int[] turnedIndices = new int[cells];
    float[] turnedValues = new float[cells];
    for (int row = 0; row < rows; row++) {
      for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
        int place = next[indices[cell]]++;
        turnedIndices[place] = row;
        turnedValues[place] = values[cell];
      }
    }
    return new SparseRows(columns, rows, turnedStarts, turnedIndices, turnedValues);
  }
}
