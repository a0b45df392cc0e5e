package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.Affinity;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.SimilarityMeasure;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A·Aᵀ row by row into a dense accumulator (Gustavson, 1978), which vectors then sweep: they
 * compare whole lanes with the worst kept similarity and clear the accumulator in the same pass.
 * Rows are numbered anew by falling count, so that what is added to most stands together in the
 * first cache. Where all values are one and the same, a cosine is made of counts, and counts are
 * exact.
 */
final class VectorNeighbours {

  private static final int CHUNK = 16;

  private final SparseRows rows;
  private final NeighbourSpec spec;
  private final RankedRows ranked;
  private final RowOrder order;
  private final Affinity affinity;
  private final float[] scales;
  private final float[] rowValues;
  private final float[] columnValues;

  private VectorNeighbours(SparseRows rows, SparseRows columns, NeighbourSpec spec) {
    boolean counted = RowOrder.sameEverywhere(rows);
    this.rows = rows;
    this.spec =
        spec.measure() == SimilarityMeasure.COSINE && counted
            ? new NeighbourSpec(
                SimilarityMeasure.CO_OCCURRENCE,
                spec.neighbours(),
                spec.threshold(),
                spec.minimumSupport(),
                spec.shrinkage())
            : spec;
    this.ranked =
        RankedRows.room(rows.rows(), Math.min(spec.neighbours(), Math.max(1, rows.rows())));
    this.order = RowOrder.of(rows, columns);
    this.affinity = new Affinity(this.spec, rows.columns());
    if (this.spec.measure() == SimilarityMeasure.COSINE) {
      double[] scale = RowOrder.inverseNorms(rows);
      this.rowValues = order.scaledRows(rows, scale);
      this.columnValues = order.scaledColumns(columns, scale);
      this.scales = new float[0];
    } else {
      this.rowValues = new float[0];
      this.columnValues = new float[0];
      this.scales = order.inverseRoots();
    }
  }

  static RankedRows find(
      Workers workers,
      SparseRows rows,
      SparseRows columns,
      NeighbourSpec spec,
      TrainingListener listener) {
    return new VectorNeighbours(rows, columns, spec).run(workers, listener);
  }

  private RankedRows run(Workers workers, TrainingListener listener) {
    int size = rows.rows();
    var idle = new ConcurrentLinkedQueue<RowSweep>();
    workers.forEach(
        (size + CHUNK - 1) / CHUNK,
        chunk -> {
          listener.stopIfCancelled();
          listener.progress((double) chunk * CHUNK / size, "similarity");
          RowSweep taken = idle.poll();
          RowSweep sweep = taken == null ? sweep() : taken;
          for (int place = chunk * CHUNK; place < Math.min(size, (chunk + 1) * CHUNK); place++) {
            ranked.put(order.row(place), sweep.row(place));
          }
          idle.add(sweep);
        });
    return ranked;
  }

  private RowSweep sweep() {
    return spec.measure() == SimilarityMeasure.COSINE
        ? new ValueSweep(rows, order, spec, affinity, rowValues, columnValues)
        : new CountSweep(rows, order, spec, affinity, scales);
  }
}
