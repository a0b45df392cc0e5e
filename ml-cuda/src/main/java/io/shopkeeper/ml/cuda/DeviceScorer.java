package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.Shapes;
import io.shopkeeper.ml.kernel.TopHeap;
import java.util.stream.IntStream;

/**
 * Item vectors for the device, value by value. They stay there while its memory suffices; where
 * they do not fit as a whole they come in parts, and the host puts the parts' lists together. Long
 * lists, filters and single queries are the CPU's.
 */
final class DeviceScorer implements ItemScorer {

  /** The longest list that a block keeps. */
  static final int MOST_KEPT = 128;

  private static final int QUERIES_AT_ONCE = 1024;
  private static final int EIGHT = 8;
  private static final int ITEMS_A_BLOCK = 1024;

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
    int each = Math.clamp(session.memory().limit() / (16L * width), 1, items);
    for (int from = 0; from < count; from += QUERIES_AT_ONCE) {
      int some = Math.min(QUERIES_AT_ONCE, count - from);
      try (DeviceMemory.Room room = session.memory().room()) {
        DeviceBuffer asked = room.copy(inEights(queries, from, some), 0, rounded(some) * width);
        if (each == items) {
          DeviceBuffer vectors =
              room.resident(this, (long) items * width, whole -> copyIn(whole, columns));
          lists(room, vectors, items, asked, some, most).copyOut(session.device(), ranked, from);
        } else {
          inParts(each, asked, some, ranked, from);
        }
      }
    }
    return ranked;
  }

  private void inParts(int each, DeviceBuffer asked, int some, RankedRows ranked, int from) {
    int most = ranked.most();
    TopHeap[] best =
        IntStream.range(0, some).mapToObj(i -> new TopHeap(most)).toArray(TopHeap[]::new);
    for (int first = 0; first < items; first += each) {
      int size = Math.min(each, items - first);
      try (DeviceMemory.Room room = session.memory().room()) {
        DeviceBuffer vectors = room.copy(slice(first, size), 0, size * width);
        lists(room, vectors, size, asked, some, most).offer(session.device(), first, best, 0);
      }
    }
    for (int i = 0; i < some; i++) {
      ranked.put(from + i, best[i]);
    }
  }

  /** The best of so many items that are on the device, for each query. */
  private RankedLists lists(
      DeviceMemory.Room room,
      DeviceBuffer vectors,
      int size,
      DeviceBuffer asked,
      int some,
      int most) {
    int parts = (size + ITEMS_A_BLOCK - 1) / ITEMS_A_BLOCK;
    RankedLists ofParts = RankedLists.space(room, some * parts, most);
    session
        .device()
        .launch(
            DeviceKernel.TOP,
            parts,
            rounded(some) / EIGHT,
            size,
            width,
            ITEMS_A_BLOCK,
            most,
            some,
            vectors,
            asked,
            ofParts.items(),
            ofParts.scores());
    if (parts == 1) {
      return ofParts;
    }
    RankedLists merged = RankedLists.space(room, some, most);
    session
        .device()
        .launch(
            DeviceKernel.MERGE,
            some,
            1,
            parts * most,
            most,
            ofParts.items(),
            ofParts.scores(),
            merged.items(),
            merged.scores());
    return merged;
  }

  private void copyIn(DeviceBuffer to, float[] values) {
    session.device().copyIn(to, FloatBlock.of(values, values.length), 1, values.length);
  }

  private static int rounded(int queries) {
    return (queries + EIGHT - 1) / EIGHT * EIGHT;
  }

  /** Eight queries side by side, value by value; the last eight is filled up with zeros. */
  private float[] inEights(float[] queries, int from, int some) {
    float[] turned = new float[rounded(some) * width];
    for (int query = 0; query < some; query++) {
      int place = query / EIGHT * EIGHT * width + query % EIGHT;
      for (int i = 0; i < width; i++) {
        turned[place + i * EIGHT] = queries[(from + query) * width + i];
      }
    }
    return turned;
  }

  private float[] slice(int first, int size) {
    float[] part = new float[size * width];
    for (int i = 0; i < width; i++) {
      System.arraycopy(columns, i * items + first, part, i * size, size);
    }
    return part;
  }

  @Override
  public void close() {
    session.release(this);
    cpu.close();
  }
}
