package io.shopkeeper.ml.table.encode;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table's encoded rows without their zeros: numbers column by column, and of each category and
 * each mark of a missing number only the place of its 1. Memory is 4 bytes a cell of the table,
 * however many columns the categories become.
 */
public final class EncodedBlocks implements RowBlocks {

  /** Floats of a block: it stays in the nearer cache between two looks at it. */
  private static final int BLOCK_FLOATS = 1 << 15;

  private static final int FEWEST_ROWS = 128;
  private static final int MOST_ROWS = 4096;

  private final Kernels kernels = KernelBackends.current().kernels();
  private final int rows;
  private final int width;
  private final int blockRows;
  private final int[] places;
  private final int switches;
  private final float[][] numbers;
  private final int[][] marks;

  private EncodedBlocks(int rows, int width, int[] places, int switches) {
    this.rows = rows;
    this.width = width;
    this.places = places;
    this.switches = switches;
    int fitting = BLOCK_FLOATS / Math.max(1, places.length + switches) / 64 * 64;
    this.blockRows = Math.clamp(fitting, FEWEST_ROWS, MOST_ROWS);
    this.numbers = new float[blocks()][];
    this.marks = new int[blocks()][];
  }

  /** Of a table's rows in their order, on the threads of this process. */
  public static EncodedBlocks of(Encoder encoder, Table table) {
    return of(encoder, table, null);
  }

  /**
   * Of a table's rows in any order.
   *
   * @param order a row of the table for each row; null for their own order
   */
  public static EncodedBlocks of(Encoder encoder, Table table, int[] order) {
    List<NumberSource> dense = new ArrayList<>();
    List<MarkSource> sparse = new ArrayList<>();
    int at = 0;
    for (int place = 0; place < encoder.codes().size(); place++) {
      float[] values = encoder.schema().column(table, place);
      switch (encoder.codes().get(place)) {
        case NumberCode code -> {
          dense.add(new NumberSource(code, at, values));
          if (code.missing()) {
            sparse.add(new MarkSource(encoder.codes().get(place), at, values));
          }
        }
        case CategoryCode code -> sparse.add(new MarkSource(code, at, values));
      }
      at += encoder.codes().get(place).width();
    }
    int[] places = dense.stream().mapToInt(NumberSource::place).toArray();
    var blocks = new EncodedBlocks(table.rows(), encoder.width(), places, sparse.size());
    KernelBackends.current()
        .workers()
        .forEach(blocks.blocks(), block -> blocks.fill(block, dense, sparse, order));
    return blocks;
  }

  private record NumberSource(NumberCode code, int place, float[] values) {}

  private record MarkSource(FeatureCode code, int place, float[] values) {}

  private void fill(int block, List<NumberSource> dense, List<MarkSource> sparse, int[] order) {
    int from = begin(block);
    int count = begin(block + 1) - from;
    float[] cells = new float[dense.size() * count];
    float[] ordered = new float[order == null ? 0 : count];
    for (int i = 0; i < dense.size(); i++) {
      NumberSource source = dense.get(i);
      if (order == null) {
        source.code.encode(source.values, from, cells, i * count, count);
      } else {
        pick(source.values, order, from, ordered);
        source.code.encode(ordered, 0, cells, i * count, count);
      }
    }
    int[] ones = new int[sparse.size() * count];
    for (int i = 0; i < sparse.size(); i++) {
      MarkSource source = sparse.get(i);
      for (int row = 0; row < count; row++) {
        int one = source.code.one(source.values[order == null ? from + row : order[from + row]]);
        ones[i * count + row] = one < 0 ? width : source.place + one;
      }
    }
    numbers[block] = cells;
    marks[block] = ones;
  }

  private static void pick(float[] values, int[] order, int from, float[] picked) {
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[order[from + i]];
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int blockRows() {
    return blockRows;
  }

  @Override
  public void score(int block, float[] weights, float[] scores) {
    int count = begin(block + 1) - begin(block);
    if (places.length > 0) {
      float[] used = new float[places.length];
      for (int i = 0; i < used.length; i++) {
        used[i] = weights[places[i]];
      }
      kernels.gemv(true, places.length, count, 1, of(block, count), used, 1, scores);
    }
    int[] ones = marks[block];
    for (int i = 0; i < switches; i++) {
      for (int row = 0; row < count; row++) {
        scores[row] += weights[ones[i * count + row]];
      }
    }
  }

  @Override
  public void collect(int block, float[] residuals, double[] sums) {
    int count = begin(block + 1) - begin(block);
    if (places.length > 0) {
      float[] products = new float[places.length];
      kernels.gemv(false, places.length, count, 1, of(block, count), residuals, 0, products);
      for (int i = 0; i < products.length; i++) {
        sums[places[i]] += products[i];
      }
    }
    collectMarks(block, count, residuals, sums);
  }

  private void collectMarks(int block, int count, float[] residuals, double[] sums) {
    int[] ones = marks[block];
    for (int i = 0; i < switches; i++) {
      for (int row = 0; row < count; row++) {
        sums[ones[i * count + row]] += residuals[row];
      }
    }
  }

  @Override
  public void collectSquares(int block, float[] factors, double[] sums) {
    int count = begin(block + 1) - begin(block);
    for (int i = 0; i < places.length; i++) {
      double sum = 0;
      for (int row = 0; row < count; row++) {
        float number = numbers[block][i * count + row];
        sum += (double) factors[row] * number * number;
      }
      sums[places[i]] += sum;
    }
    collectMarks(block, count, factors, sums);
  }

  private FloatBlock of(int block, int count) {
    return FloatBlock.of(numbers[block], count);
  }

  /**
   * The whole columns of a block, zeros included, {@link #width} × its rows.
   *
   * @param columns written
   */
  public void expand(int block, double[] columns) {
    int count = begin(block + 1) - begin(block);
    Arrays.fill(columns, 0, width * count, 0);
    for (int i = 0; i < places.length; i++) {
      for (int row = 0; row < count; row++) {
        columns[places[i] * count + row] = numbers[block][i * count + row];
      }
    }
    int[] ones = marks[block];
    for (int cell = 0; cell < ones.length; cell++) {
      if (ones[cell] < width) {
        columns[ones[cell] * count + cell % count] = 1;
      }
    }
  }
}
