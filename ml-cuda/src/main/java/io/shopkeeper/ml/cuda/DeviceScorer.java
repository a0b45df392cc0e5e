package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.Shapes;
import io.shopkeeper.ml.kernel.TopHeap;

/**
 * Item vectors for the device, value by value, in parts that fit its memory. Every part gives each
 * query its best, and the host puts the parts' lists together. Long lists, filters and single
 * queries are the CPU's.
 */
final class DeviceScorer implements ItemScorer {

  /** The longest list that a block keeps. */
  static final int MOST_KEPT = 128;

  private static final int QUERIES_AT_ONCE = 1024;
  private static final int ITEMS_A_BLOCK = 4096;
  private static final int NOTHING = Integer.MAX_VALUE;

  private final Session session;
  private final int items;
  private final int width;
  private final float[] columns;
  private final ItemScorer cpu;
  private final long worthIt;

  DeviceScorer(Session session, Kernels cpu, int items, int width, float[] vectors, long worthIt) {
    this.session = session;
    this.items = items;
    this.width = width;
    this.worthIt = worthIt;
    this.cpu = cpu.scorer(items, width, vectors);
    this.columns = new float[items * width];
    for (int item = 0; item < items; item++) {
      for (int i = 0; i < width; i++) {
        columns[i * items + item] = vectors[item * width + i];
      }
    }
  }

  @Override
  public int items() {
    return items;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public RankedRows top(float[] queries, int count, int k, ItemFilter filter) {
    Shapes.length("queries", queries.length, (long) count * width);
    int most = Math.min(k, Math.max(1, items));
    boolean fits = k >= 1 && most <= MOST_KEPT && filter == ItemFilter.ALL && items > 0;
    if (!fits || width == 0 || (long) count * items * width < Math.max(1, worthIt)) {
      return cpu.top(queries, count, k, filter);
    }
    return session.work(
        room -> onDevice(queries, count, most), () -> cpu.top(queries, count, k, filter));
  }

  private RankedRows onDevice(float[] queries, int count, int most) {
    RankedRows ranked = RankedRows.room(count, most);
    for (int from = 0; from < count; from += QUERIES_AT_ONCE) {
      int some = Math.min(QUERIES_AT_ONCE, count - from);
      var best = new TopHeap[some];
      for (int i = 0; i < some; i++) {
        best[i] = new TopHeap(most);
      }
      int each = Math.clamp(session.memory().limit() / (16L * width), 1, items);
      for (int first = 0; first < items; first += each) {
        part(first, Math.min(each, items - first), queries, from, best);
      }
      for (int i = 0; i < some; i++) {
        ranked.put(from + i, best[i]);
      }
    }
    return ranked;
  }

  private void part(int first, int size, float[] queries, int from, TopHeap[] best) {
    int most = Math.min(MOST_KEPT, best.length == 0 ? 1 : best[0].capacity());
    int parts = (size + ITEMS_A_BLOCK - 1) / ITEMS_A_BLOCK;
    int cells = best.length * parts * most;
    try (DeviceMemory.Room room = session.memory().room()) {
      DeviceBuffer vectors = room.copy(slice(first, size), 0, size * width);
      DeviceBuffer asked = room.copy(queries, from * width, best.length * width);
      DeviceBuffer outItems = room.space(cells);
      DeviceBuffer outScores = room.space(cells);
      session
          .device()
          .launch(
              DeviceKernel.TOP,
              parts,
              best.length,
              size,
              size,
              width,
              ITEMS_A_BLOCK,
              most,
              vectors,
              asked,
              outItems,
              outScores);
      int[] found = new int[cells];
      float[] scores = new float[cells];
      session.device().copyOut(outItems, found, cells);
      session.device().copyOut(outScores, scores, cells);
      for (int cell = 0; cell < cells; cell++) {
        if (found[cell] != NOTHING) {
          best[cell / (parts * most)].offer(first + found[cell], scores[cell]);
        }
      }
    }
  }

  private float[] slice(int first, int size) {
    if (size == items) {
      return columns;
    }
    float[] part = new float[size * width];
    for (int i = 0; i < width; i++) {
      System.arraycopy(columns, i * items + first, part, i * size, size);
    }
    return part;
  }

  @Override
  public void close() {
    cpu.close();
  }
}
