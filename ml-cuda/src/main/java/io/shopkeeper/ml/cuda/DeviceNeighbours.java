package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.SimilarityMeasure;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.TopHeap;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.function.Supplier;

/**
 * Similar rows on the device. Rows are compared with as many others at a time as fit its memory,
 * and the host puts the lists together.
 */
final class DeviceNeighbours {

  private static final int NOTHING = Integer.MAX_VALUE;
  private static final int MOST_ROWS = 1 << 15;

  private final Session session;
  private final SparseRows rows;
  private final NeighbourSpec spec;
  private final int most;
  private final float[] values;

  DeviceNeighbours(Session session, SparseRows rows, NeighbourSpec spec) {
    this.session = session;
    this.rows = rows;
    this.spec = spec;
    this.most = Math.min(spec.neighbours(), rows.rows());
    this.values = spec.measure() == SimilarityMeasure.COSINE ? scaled(rows) : rows.values();
  }

  RankedRows find(TrainingListener listener, Supplier<RankedRows> onCpu) {
    return session.work(room -> onDevice(listener), onCpu);
  }

  private RankedRows onDevice(TrainingListener listener) {
    var best = new TopHeap[rows.rows()];
    for (int row = 0; row < best.length; row++) {
      best[row] = new TopHeap(most);
    }
    for (int first = 0; first < rows.rows(); ) {
      int end = fitting(first);
      SparseRows others = part(first, end).transpose();
      try (DeviceMemory.Room room = session.memory().room()) {
        Others there = others(room, others, first, end);
        for (int row = 0; row < rows.rows(); ) {
          listener.stopIfCancelled();
          listener.progress((double) row / rows.rows(), "similarity");
          int last = Math.min(fitting(row), row + MOST_ROWS);
          compare(row, last, there, best);
          row = last;
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
    System.arraycopy(values, base, part, 0, cells);
    return new SparseRows(end - first, rows.columns(), starts, indices, part);
  }

  private Others others(DeviceMemory.Room room, SparseRows columns, int first, int end) {
    int[] counts = new int[end - first];
    for (int row = first; row < end; row++) {
      counts[row - first] = rows.count(row);
    }
    return new Others(
        first,
        end - first,
        room.copy(columns.starts(), 0, columns.rows() + 1),
        room.copy(columns.indices(), 0, columns.nonZeros()),
        room.copy(columns.values(), 0, columns.nonZeros()),
        room.copy(counts, 0, counts.length));
  }

  private void compare(int first, int end, Others others, TopHeap[] best) {
    SparseRows part = part(first, end);
    int cells = (end - first) * most;
    try (DeviceMemory.Room room = session.memory().room()) {
      DeviceBuffer starts = room.copy(part.starts(), 0, part.rows() + 1);
      DeviceBuffer indices = room.copy(part.indices(), 0, part.nonZeros());
      DeviceBuffer own = room.copy(part.values(), 0, part.nonZeros());
      DeviceBuffer outItems = room.space(cells);
      DeviceBuffer outScores = room.space(cells);
      session
          .device()
          .launch(
              DeviceKernel.NEIGHBOURS,
              end - first,
              1,
              first,
              others.first(),
              others.count(),
              code(spec.measure()),
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
              outItems,
              outScores);
      int[] found = new int[cells];
      float[] scores = new float[cells];
      session.device().copyOut(outItems, found, cells);
      session.device().copyOut(outScores, scores, cells);
      for (int cell = 0; cell < cells; cell++) {
        if (found[cell] != NOTHING) {
          best[first + cell / most].offer(found[cell], scores[cell]);
        }
      }
    }
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

  /** Values with rows of length 1; rows without a finite length get zeros and match nothing. */
  private static float[] scaled(SparseRows rows) {
    float[] scaled = new float[rows.nonZeros()];
    for (int row = 0; row < rows.rows(); row++) {
      double squares = 0;
      for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
        squares += (double) rows.values()[cell] * rows.values()[cell];
      }
      boolean finite = squares > 0 && squares < Double.POSITIVE_INFINITY;
      double scale = finite ? 1 / Math.sqrt(squares) : 0;
      for (int cell = rows.starts()[row]; finite && cell < rows.starts()[row + 1]; cell++) {
        scaled[cell] = (float) (rows.values()[cell] * scale);
      }
    }
    return scaled;
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
