package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.Affinity;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.TopHeap;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Cosines of rows with values: rows of length 1, so that sums of products are the similarities. */
final class ValueSweep implements RowSweep {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  private final SparseRows rows;
  private final RowOrder order;
  private final NeighbourSpec spec;
  private final Affinity affinity;
  private final float[] rowValues;
  private final float[] columnValues;
  private final float[] sums;
  private final int[] shared;
  private final TopHeap best;

  ValueSweep(
      SparseRows rows,
      RowOrder order,
      NeighbourSpec spec,
      Affinity affinity,
      float[] rowValues,
      float[] columnValues) {
    this.rows = rows;
    this.order = order;
    this.spec = spec;
    this.affinity = affinity;
    this.rowValues = rowValues;
    this.columnValues = columnValues;
    this.sums = new float[order.size()];
    // Counts cost a second array to add to: only where they are asked for.
    boolean counting = spec.minimumSupport() > 1 || spec.shrinkage() > 0;
    this.shared = new int[counting ? order.size() : 0];
    this.best = new TopHeap(Math.min(spec.neighbours(), order.size()));
  }

  @Override
  public TopHeap row(int place) {
    if (shared.length == 0) {
      scatter(order.row(place));
    } else {
      scatterCounting(order.row(place));
    }
    sums[place] = 0;
    int whole = FLOATS.loopBound(sums.length);
    FloatVector bar = FloatVector.broadcast(FLOATS, bar());
    FloatVector none = FloatVector.zero(FLOATS);
    for (int other = 0; other < whole; other += LANES) {
      VectorMask<Float> good =
          FloatVector.fromArray(FLOATS, sums, other).compare(VectorOperators.GE, bar);
      if (good.anyTrue()) {
        for (long left = good.toLong(); left != 0; left &= left - 1) {
          offer(other + Long.numberOfTrailingZeros(left));
        }
        bar = FloatVector.broadcast(FLOATS, bar());
      }
      none.intoArray(sums, other);
    }
    for (int other = whole; other < sums.length; other++) {
      offer(other);
      sums[other] = 0;
    }
    Arrays.fill(shared, 0);
    return best;
  }

  /** Shrinkage makes similarities smaller only, so the bare sum must reach the bar too. */
  private float bar() {
    float least = Math.max(spec.threshold(), best.bar());
    return least > 0 ? least : Float.MIN_VALUE;
  }

  private void scatter(int row) {
    float[] into = sums;
    int[] starts = order.starts();
    int[] places = order.places();
    for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
      int column = rows.indices()[cell];
      float value = rowValues[cell];
      int last = starts[column + 1];
      for (int i = starts[column]; i < last; i++) {
        into[places[i]] += value * columnValues[i];
      }
    }
  }

  private void scatterCounting(int row) {
    float[] into = sums;
    int[] counts = shared;
    int[] starts = order.starts();
    int[] places = order.places();
    for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
      int column = rows.indices()[cell];
      float value = rowValues[cell];
      int last = starts[column + 1];
      for (int i = starts[column]; i < last; i++) {
        into[places[i]] += value * columnValues[i];
        counts[places[i]]++;
      }
    }
  }

  private void offer(int other) {
    int count = shared.length == 0 ? 1 : shared[other];
    if (sums[other] > 0 && count >= spec.minimumSupport()) {
      float similarity =
          spec.shrinkage() == 0 ? sums[other] : (float) (sums[other] * affinity.damping(count));
      if (similarity > spec.threshold()) {
        best.offer(order.row(other), similarity);
      }
    }
  }
}
