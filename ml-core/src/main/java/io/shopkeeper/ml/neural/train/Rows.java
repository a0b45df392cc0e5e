package io.shopkeeper.ml.neural.train;

/** Where the inputs of rows come from. Safe for use by several threads. */
public interface Rows {

  /** Values of a row. */
  int width();

  /**
   * Writes the inputs of some rows, one after the other.
   *
   * @param rows numbers of rows, from {@code from} on
   * @param to written from its begin on
   */
  void fill(int[] rows, int from, int count, float[] to);

  /**
   * The same for learning, where inputs may be changed at random.
   *
   * @param seed of what is random
   */
  default void fill(int[] rows, int from, int count, float[] to, long seed) {
    fill(rows, from, count, to);
  }

  /** Of an array, rows × width. */
  static Rows of(float[] values, int width) {
    return new Rows() {
      @Override
      public int width() {
        return width;
      }

      @Override
      public void fill(int[] rows, int from, int count, float[] to) {
        for (int i = 0; i < count; i++) {
          System.arraycopy(values, rows[from + i] * width, to, i * width, width);
        }
      }
    };
  }
}
