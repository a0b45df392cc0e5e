package io.shopkeeper.ml.kernel;

/** Checks of arguments that all providers share. */
public final class Shapes {

  private Shapes() {}

  /** Refuses blocks that do not hold what the shape says. */
  public static void check(GemmShape s, FloatBlock a, FloatBlock b, FloatBlock c) {
    check("A", a, s.transposeA() ? s.k() : s.m(), s.transposeA() ? s.m() : s.k());
    check("B", b, s.transposeB() ? s.n() : s.k(), s.transposeB() ? s.k() : s.n());
    check("C", c, s.m(), s.n());
  }

  /** Refuses blocks that do not hold what the shape says. */
  public static void check(GemmShape s, DoubleBlock a, DoubleBlock b, DoubleBlock c) {
    check("A", a, s.transposeA() ? s.k() : s.m(), s.transposeA() ? s.m() : s.k());
    check("B", b, s.transposeB() ? s.n() : s.k(), s.transposeB() ? s.k() : s.n());
    check("C", c, s.m(), s.n());
  }

  /** Refuses a block that does not hold rows × columns. */
  public static void check(String name, FloatBlock block, int rows, int columns) {
    check(name, block.values().length, block.offset(), block.stride(), rows, columns);
  }

  /** Refuses a block that does not hold rows × columns. */
  public static void check(String name, DoubleBlock block, int rows, int columns) {
    check(name, block.values().length, block.offset(), block.stride(), rows, columns);
  }

  /** Refuses an array that is too short. */
  public static void length(String name, int length, long needed) {
    if (length < needed) {
      throw new IllegalArgumentException(
          "%s needs %d values, but has %d".formatted(name, needed, length));
    }
  }

  /** Refuses chosen rows that are not all in a block, or arrays that are too short for them. */
  public static void rows(
      int columns, FloatBlock a, int[] rows, int count, float[] x, float[] products) {
    length("rows", rows.length, count);
    length("x", x.length, columns);
    length("products", products.length, count);
    int greatest = -1;
    int least = 0;
    for (int i = 0; i < count; i++) {
      greatest = Math.max(greatest, rows[i]);
      least = Math.min(least, rows[i]);
    }
    check("A", a, least < 0 ? least : greatest + 1, columns);
  }

  /** Refuses a transposed matrix that is not of the same shape. */
  public static void transposed(SparseRows rows, SparseRows columns) {
    if (rows.rows() != columns.columns()
        || rows.columns() != columns.rows()
        || rows.nonZeros() != columns.nonZeros()) {
      throw new IllegalArgumentException("columns is not the transpose of rows");
    }
  }

  private static void check(
      String name, int length, int offset, int stride, int rows, int columns) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException("%s cannot be %d × %d".formatted(name, rows, columns));
    }
    if (rows == 0 || columns == 0) {
      return;
    }
    long end = offset + (long) (rows - 1) * stride + columns;
    if (offset < 0 || stride < columns || end > length) {
      throw new IllegalArgumentException(
          "%s of %d × %d does not fit into %d values from %d with a stride of %d"
              .formatted(name, rows, columns, length, offset, stride));
    }
  }
}
