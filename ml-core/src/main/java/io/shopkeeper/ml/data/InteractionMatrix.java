package io.shopkeeper.ml.data;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.kernel.SparseRows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Users × items in compressed sparse rows: what each user did with which item, as one value.
 * Immutable and safe for use by several threads.
 *
 * <p>Items of a row are in ascending order and unique.
 */
public final class InteractionMatrix {

  private final int users;
  private final int items;
  private final int[] rowStarts;
  private final int[] columns;
  private final float[] values;

  private InteractionMatrix(int users, int items, int[] rowStarts, int[] columns, float[] values) {
    this.users = users;
    this.items = items;
    this.rowStarts = rowStarts;
    this.columns = columns;
    this.values = values;
  }

  /** Collects entries in any order; several of one cell are added up. */
  public static Builder builder() {
    return new Builder();
  }

  /** Rows. */
  public int users() {
    return users;
  }

  /** Columns. */
  public int items() {
    return items;
  }

  /** Cells that hold a value. */
  public int nonZeros() {
    return columns.length;
  }

  /** Where the row of a user begins in {@link #column} and {@link #value}. */
  public int rowStart(int user) {
    return rowStarts[user];
  }

  /** Behind the last cell of a user's row. */
  public int rowEnd(int user) {
    return rowStarts[user + 1];
  }

  /** The item of a cell. */
  public int column(int cell) {
    return columns[cell];
  }

  /** The value of a cell. */
  public float value(int cell) {
    return values[cell];
  }

  /** A copy of a user's items, ascending. */
  public int[] rowItems(int user) {
    return Arrays.copyOfRange(columns, rowStarts[user], rowStarts[user + 1]);
  }

  /** A copy of a user's values, in the order of {@link #rowItems}. */
  public float[] rowValues(int user) {
    return Arrays.copyOfRange(values, rowStarts[user], rowStarts[user + 1]);
  }

  /** The same cells for kernels; nothing is copied. */
  public SparseRows sparse() {
    return new SparseRows(users, items, rowStarts, columns, values);
  }

  /** Items × users. */
  public InteractionMatrix transpose() {
    int[] starts = new int[items + 1];
    for (int column : columns) {
      starts[column + 1]++;
    }
    for (int item = 0; item < items; item++) {
      starts[item + 1] += starts[item];
    }
    int[] next = Arrays.copyOf(starts, items);
    int[] rows = new int[columns.length];
    float[] turned = new float[columns.length];
    for (int user = 0; user < users; user++) {
      for (int cell = rowStarts[user]; cell < rowStarts[user + 1]; cell++) {
        int place = next[columns[cell]]++;
        rows[place] = user;
        turned[place] = values[cell];
      }
    }
    return new InteractionMatrix(items, users, starts, rows, turned);
  }

  /** The same cells with other values. */
  public InteractionMatrix map(SparseRows.FloatOperator change) {
    return new InteractionMatrix(users, items, rowStarts, columns, sparse().map(change).values());
  }

  /** Stores it, as part of a model. */
  public void write(DataOutput out) throws IOException {
    StoredForm.write(out, cellsOfItems(items, columns));
    StoredForm.write(out, rowStarts);
    StoredForm.write(out, columns);
    StoredForm.write(out, values);
  }

  /**
   * Reads a stored one.
   *
   * @throws IOException if it is damaged
   */
  public static InteractionMatrix read(DataInput in) throws IOException {
    int[] counts = StoredForm.readInts(in);
    int items = counts.length;
    int[] starts = StoredForm.readInts(in);
    int[] columns = StoredForm.readInts(in);
    float[] values = StoredForm.readFloats(in);
    boolean sound =
        starts.length > 0
            && starts[0] == 0
            && starts[starts.length - 1] == columns.length
            && values.length == columns.length
            && IntStream.range(1, starts.length).allMatch(row -> starts[row] >= starts[row - 1])
            && IntStream.of(columns).allMatch(item -> item >= 0 && item < items)
            && Arrays.equals(counts, cellsOfItems(items, columns));
    if (!sound) {
      throw new IOException("damaged: the rows of a matrix do not fit together");
    }
    return new InteractionMatrix(starts.length - 1, items, starts, columns, values);
  }

  /** Stored too, so that the number of items is not a mere claim. */
  private static int[] cellsOfItems(int items, int[] columns) {
    int[] counts = new int[items];
    for (int column : columns) {
      counts[column]++;
    }
    return counts;
  }

  /** Collects the cells of a matrix. For one thread. */
  public static final class Builder {

    private int[] rows = new int[1024];
    private int[] columns = new int[1024];
    private float[] values = new float[1024];
    private int size;
    private int users;
    private int items;

    private Builder() {}

    /**
     * Adds to a cell.
     *
     * @param user from 0
     * @param item from 0
     * @throws IllegalArgumentException if an index is negative or the value is not finite
     */
    public Builder add(int user, int item, float value) {
      if (user < 0 || item < 0 || !Float.isFinite(value)) {
        throw new IllegalArgumentException(
            "no cell (%d, %d) with value %s".formatted(user, item, value));
      }
      if (size == rows.length) {
        int larger = Math.addExact(size, Math.max(1024, size >> 1));
        rows = Arrays.copyOf(rows, larger);
        columns = Arrays.copyOf(columns, larger);
        values = Arrays.copyOf(values, larger);
      }
      rows[size] = user;
      columns[size] = item;
      values[size++] = value;
      users = Math.max(users, user + 1);
      items = Math.max(items, item + 1);
      return this;
    }

    /** Makes the matrix at least this large, where the last rows or columns are empty. */
    public Builder atLeast(int minimumUsers, int minimumItems) {
      users = Math.max(users, minimumUsers);
      items = Math.max(items, minimumItems);
      return this;
    }

    /** The matrix; the builder can go on. */
    public InteractionMatrix build() {
      int[] starts = new int[users + 1];
      for (int i = 0; i < size; i++) {
        starts[rows[i] + 1]++;
      }
      for (int user = 0; user < users; user++) {
        starts[user + 1] += starts[user];
      }
      int[] next = Arrays.copyOf(starts, users);
      long[] cells = new long[size];
      for (int i = 0; i < size; i++) {
        // Item in the high half: sorting a row sorts by item, and the low half finds the value.
        cells[next[rows[i]]++] = ((long) columns[i] << 32) | i;
      }
      int[] mergedColumns = new int[size];
      float[] mergedValues = new float[size];
      int filled = 0;
      int[] mergedStarts = new int[users + 1];
      for (int user = 0; user < users; user++) {
        Arrays.sort(cells, starts[user], starts[user + 1]);
        int rowBegin = filled;
        for (int i = starts[user]; i < starts[user + 1]; i++) {
          int item = (int) (cells[i] >>> 32);
          float value = values[(int) cells[i]];
          if (filled > rowBegin && mergedColumns[filled - 1] == item) {
            mergedValues[filled - 1] += value;
          } else {
            mergedColumns[filled] = item;
            mergedValues[filled++] = value;
          }
        }
        mergedStarts[user + 1] = filled;
      }
      return new InteractionMatrix(
          users,
          items,
          mergedStarts,
          Arrays.copyOf(mergedColumns, filled),
          Arrays.copyOf(mergedValues, filled));
    }
  }
}
