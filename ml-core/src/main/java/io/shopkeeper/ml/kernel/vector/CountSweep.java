package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.Affinity;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.SimilarityMeasure;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.TopHeap;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Similarities that are made of counts. Vectors find what may be good enough, with a little to
 * spare; those few are worked out in double precision, so results are the reference's.
 */
final class CountSweep implements RowSweep {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final float SPARE = 1 - 1e-5f;

  private final SparseRows rows;
  private final RowOrder order;
  private final NeighbourSpec spec;
  private final Affinity affinity;
  private final float[] scales;
  private final int[] shared;
  private final TopHeap best;

  CountSweep(
      SparseRows rows, RowOrder order, NeighbourSpec spec, Affinity affinity, float[] scales) {
    this.rows = rows;
    this.order = order;
    this.spec = spec;
    this.affinity = affinity;
    this.scales = scales;
    this.shared = new int[order.size()];
    this.best = new TopHeap(Math.min(spec.neighbours(), order.size()));
  }

  @Override
  public TopHeap row(int place) {
    scatter(order.row(place));
    shared[place] = 0;
    int whole = FLOATS.loopBound(shared.length);
    if (spec.measure() == SimilarityMeasure.CO_OCCURRENCE && spec.shrinkage() == 0) {
      sweepRoots(place, whole);
    } else {
      sweepCounts(place, whole);
    }
    for (int other = whole; other < shared.length; other++) {
      offer(place, other);
      shared[other] = 0;
    }
    return best;
  }

  private void scatter(int row) {
    int[] counts = shared;
    int[] starts = order.starts();
    int[] places = order.places();
    int end = rows.starts()[row + 1];
    for (int cell = rows.starts()[row]; cell < end; cell++) {
      int column = rows.indices()[cell];
      int last = starts[column + 1];
      for (int i = starts[column]; i < last; i++) {
        counts[places[i]]++;
      }
    }
  }

  private void sweepRoots(int place, int whole) {
    float own = scales[place];
    FloatVector bar = FloatVector.broadcast(FLOATS, bar(own));
    IntVector none = IntVector.zero(INTS);
    for (int other = 0; other < whole; other += LANES) {
      IntVector counts = IntVector.fromArray(INTS, shared, other);
      FloatVector scores =
          ((FloatVector) counts.convert(VectorOperators.I2F, 0))
              .mul(FloatVector.fromArray(FLOATS, scales, other));
      VectorMask<Float> good = scores.compare(VectorOperators.GE, bar);
      if (good.anyTrue()) {
        offerAll(place, other, good.toLong());
        bar = FloatVector.broadcast(FLOATS, bar(own));
      }
      none.intoArray(shared, other);
    }
  }

  /** The least count × scale that can be good enough. */
  private float bar(float own) {
    float least = Math.max(spec.threshold(), best.bar()) * SPARE / own;
    return least > 0 ? least : Float.MIN_VALUE;
  }

  private void sweepCounts(int place, int whole) {
    IntVector least = IntVector.broadcast(INTS, spec.minimumSupport());
    IntVector none = IntVector.zero(INTS);
    for (int other = 0; other < whole; other += LANES) {
      VectorMask<Integer> good =
          IntVector.fromArray(INTS, shared, other).compare(VectorOperators.GE, least);
      if (good.anyTrue()) {
        offerAll(place, other, good.toLong());
      }
      none.intoArray(shared, other);
    }
  }

  private void offerAll(int place, int from, long lanes) {
    for (long left = lanes; left != 0; left &= left - 1) {
      offer(place, from + Long.numberOfTrailingZeros(left));
    }
  }

  private void offer(int place, int other) {
    if (shared[other] >= spec.minimumSupport()) {
      double similarity = affinity.ofCounts(shared[other], order.count(place), order.count(other));
      if (similarity > spec.threshold()) {
        best.offer(order.row(other), (float) similarity);
      }
    }
  }
}
