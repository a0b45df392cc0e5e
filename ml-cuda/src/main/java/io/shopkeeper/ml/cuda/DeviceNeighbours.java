package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.SimilarityMeasure;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.TopHeap;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Similar rows on the device. Rows are compared with as many others at a time as fit its memory:
 * with all of them, and the device's lists are the result, or with parts, and the host puts the
 * lists together.
 */
final class DeviceNeighbours {

  private static final int MOST_ROWS = 1 << 13;

  private final Session session;
  private final SparseRows rows;
  private final SparseRows columns;
  private final NeighbourSpec spec;
  private final int most;
  private final SimilarityMeasure measure;

  /**
   * @param columns the rows transposed
   */
  DeviceNeighbours(Session session, SparseRows rows, SparseRows columns, NeighbourSpec spec) {
    this.session = session;
    this.spec = spec;
    this.most = Math.min(spec.neighbours(), rows.rows());
    this.measure = measure(spec, rows);
    boolean valued = measure == SimilarityMeasure.COSINE;
    double[] scales = valued ? scales(rows) : new double[0];
    this.rows = valued ? scaledRows(rows, scales) : rows;
    this.columns = valued ? scaledColumns(columns, scales) : columns;
  }

  RankedRows find(TrainingListener listener, Supplier<RankedRows> onCpu) {
    return session.work(
        room -> fitting(0) == rows.rows() ? withAll(room, listener) : withParts(listener), onCpu);
  }

  private RankedRows withAll(DeviceMemory.Room room, TrainingListener listener) {
    RankedRows ranked = RankedRows.room(rows.rows(), most);
    Others all = others(room, columns, 0, rows.rows());
    for (int row = 0; row < rows.rows(); row = upTo(row)) {
      tell(listener, row);
      try (DeviceMemory.Room lists = session.memory().room()) {
        compare(lists, row, upTo(row), all).copyOut(session.device(), ranked, row);
      }
    }
    return ranked;
  }

  private RankedRows withParts(TrainingListener listener) {
    TopHeap[] best =
        IntStream.range(0, rows.rows()).mapToObj(i -> new TopHeap(most)).toArray(TopHeap[]::new);
    for (int first = 0; first < rows.rows(); ) {
      int end = fitting(first);
      try (DeviceMemory.Room part = session.memory().room()) {
        Others others = others(part, part(first, end).transpose(), first, end);
        for (int row = 0; row < rows.rows(); row = upTo(row)) {
          tell(listener, row);
          try (DeviceMemory.Room lists = session.memory().room()) {
            compare(lists, row, upTo(row), others).offer(session.device(), 0, best, row);
          }
        }
      }
      first = end;
    }
    RankedRows ranked = RankedRows.room(rows.rows(), most);
    for (int row = 0; row < best.length; row++) {
      ranked.put(row, best[row]);
    }
    return ranked;
  }

  private void tell(TrainingListener listener, int row) {
    listener.stopIfCancelled();
    listener.progress((double) row / rows.rows(), "similarity");
  }

  private int upTo(int row) {
    return Math.min(fitting(row), row + MOST_ROWS);
  }

  /** The end of the rows from here that, with what goes with them, take up to a quarter. */
  private int fitting(int first) {
    long budget = session.memory().limit() / 8;
    int end = first;
    long bytes = 4L * (rows.columns() + 1);
    while (end < rows.rows()) {
      bytes += 8L * rows.count(end) + 8L + 8L * most;
      if (bytes > budget && end > first) {
        break;
      }
      end++;
    }
    return end;
  }

  private SparseRows part(int first, int end) {
    int[] starts = new int[end - first + 1];
    int base = rows.starts()[first];
    for (int row = 0; row < starts.length; row++) {
      starts[row] = rows.starts()[first + row] - base;
    }
    int cells = starts[end - first];
    int[] indices = new int[cells];
    float[] part = new float[cells];
    System.arraycopy(rows.indices(), base, indices, 0, cells);
    System.arraycopy(rows.values(), base, part, 0, cells);
    return new SparseRows(end - first, rows.columns(), starts, indices, part);
  }

  private Others others(DeviceMemory.Room room, SparseRows turned, int first, int end) {
    int[] counts = new int[end - first];
    for (int row = first; row < end; row++) {
      counts[row - first] = rows.count(row);
    }
    DeviceBuffer starts = room.copy(turned.starts(), 0, turned.rows() + 1);
    return new Others(
        first,
        end - first,
        starts,
        room.copy(turned.indices(), 0, turned.nonZeros()),
        values(room, turned, 0, turned.nonZeros(), starts),
        room.copy(counts, 0, counts.length));
  }

  private RankedLists compare(DeviceMemory.Room room, int first, int end, Others others) {
    int base = rows.starts()[first];
    int cells = rows.starts()[end] - base;
    DeviceBuffer starts = room.copy(rows.starts(), first, end - first + 1);
    DeviceBuffer indices = room.copy(rows.indices(), base, cells);
    DeviceBuffer own = values(room, rows, base, cells, starts);
    RankedLists lists = RankedLists.space(room, end - first, most);
    session
        .device()
        .launch(
            DeviceKernel.NEIGHBOURS,
            end - first,
            1,
            first,
            others.first(),
            others.count(),
            base,
            code(measure),
            most,
            spec.threshold(),
            spec.minimumSupport(),
            (float) spec.shrinkage(),
            rows.columns(),
            starts,
            indices,
            own,
            others.starts(),
            others.rows(),
            others.values(),
            others.counts(),
            lists.items(),
            lists.scores());
    return lists;
  }

  /** A copy of values, or what stands for it where the kernel reads none. */
  private DeviceBuffer values(
      DeviceMemory.Room room, SparseRows of, int from, int count, DeviceBuffer unread) {
    return measure == SimilarityMeasure.COSINE ? room.copy(of.values(), from, count) : unread;
  }

  /**
   * The cosine of rows whose values are all the same is what they share by the root of what each
   * has: exact counts, and half of the memory.
   */
  private static SimilarityMeasure measure(NeighbourSpec spec, SparseRows rows) {
    if (spec.measure() != SimilarityMeasure.COSINE || rows.nonZeros() == 0) {
      return spec.measure();
    }
    float value = rows.values()[0];
    boolean counts = value != 0 && Float.isFinite(value);
    for (int cell = 1; counts && cell < rows.nonZeros(); cell++) {
      counts = rows.values()[cell] == value;
    }
    return counts ? SimilarityMeasure.CO_OCCURRENCE : SimilarityMeasure.COSINE;
  }

  /** The number of a measure in kernels.cu. */
  private static int code(SimilarityMeasure measure) {
    return switch (measure) {
      case COSINE -> 0;
      case CO_OCCURRENCE -> 1;
      case JACCARD -> 2;
      case LOG_LIKELIHOOD -> 3;
    };
  }

  /** What gives each row length 1; 0 for rows without a finite length, which match nothing. */
  private static double[] scales(SparseRows rows) {
    double[] scales = new double[rows.rows()];
    for (int row = 0; row < scales.length; row++) {
      double squares = 0;
      for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
        squares += (double) rows.values()[cell] * rows.values()[cell];
      }
      boolean finite = squares > 0 && squares < Double.POSITIVE_INFINITY;
      scales[row] = finite ? 1 / Math.sqrt(squares) : 0;
    }
    return scales;
  }

  private static SparseRows scaledRows(SparseRows rows, double[] scales) {
    float[] scaled = new float[rows.nonZeros()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
        scaled[cell] = scaled(rows.values()[cell], scales[row]);
      }
    }
    return new SparseRows(rows.rows(), rows.columns(), rows.starts(), rows.indices(), scaled);
  }

  private static SparseRows scaledColumns(SparseRows columns, double[] scales) {
    float[] scaled = new float[columns.nonZeros()];
    for (int cell = 0; cell < scaled.length; cell++) {
      scaled[cell] = scaled(columns.values()[cell], scales[columns.indices()[cell]]);
    }
    return new SparseRows(
        columns.rows(), columns.columns(), columns.starts(), columns.indices(), scaled);
  }

  private static float scaled(float value, double scale) {
    return scale == 0 ? 0 : (float) (value * scale);
  }

  /** The others that are on the device. */
  private record Others(
      int first,
      int count,
      DeviceBuffer starts,
      DeviceBuffer rows,
      DeviceBuffer values,
      DeviceBuffer counts) {}
}
