package io.shopkeeper.ml.neural.table;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.neural.train.Rows;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.encode.Encoder;

/**
 * The rows of a table as a network reads them: all at once where they are not too large, else
 * encoded again whenever they are needed, so that many categories cost no memory.
 */
final class Inputs implements Rows {

  /** Values that are kept at most, 256 MB of them. */
  private static final long MOST_KEPT = 1 << 26;

  private static final int ROWS_AT_ONCE = 4096;

  private final Encoder encoder;
  private final Columns columns;
  private final float[] raw;

  private Inputs(Encoder encoder, Columns columns, float[] raw) {
    this.encoder = encoder;
    this.columns = columns;
    this.raw = raw;
  }

  static Rows of(Encoder encoder, Columns columns, Table table) {
    var inputs = new Inputs(encoder, columns, encoder.schema().rows(table));
    int rows = table.rows();
    int width = columns.inputs();
    if ((long) rows * width > MOST_KEPT) {
      return inputs;
    }
    float[] kept = new float[rows * width];
    KernelBackends.current()
        .workers()
        .forEach(
            (rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
            part -> {
              float[] encoded = new float[encoder.width()];
              int end = Math.min(rows, (part + 1) * ROWS_AT_ONCE);
              for (int row = part * ROWS_AT_ONCE; row < end; row++) {
                inputs.read(row, encoded, kept, row * width);
              }
            });
    return Rows.of(kept, width);
  }

  @Override
  public int width() {
    return columns.inputs();
  }

  @Override
  public void fill(int[] rows, int from, int count, float[] to) {
    float[] encoded = new float[encoder.width()];
    for (int i = 0; i < count; i++) {
      read(rows[from + i], encoded, to, i * width());
    }
  }

  private void read(int row, float[] encoded, float[] to, int at) {
    encoder.encode(raw, row * encoder.schema().width(), encoded, 0);
    columns.read(encoded, to, at);
  }
}
