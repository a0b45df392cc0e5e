package io.shopkeeper.ml.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sum of a vector's lanes, half added to half. The Vector API's own adds in another order where
 * the compiler has not come to it yet, so a training would not give the same bytes twice.
 */
final class LaneSums {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  // One constant each: the compiler folds constants, not the elements of an array.
  private static final VectorShuffle<Float> BY_8 = turned(FLOATS, 8);
  private static final VectorShuffle<Float> BY_4 = turned(FLOATS, 4);
  private static final VectorShuffle<Float> BY_2 = turned(FLOATS, 2);
  private static final VectorShuffle<Float> BY_1 = turned(FLOATS, 1);
  private static final VectorShuffle<Double> DOUBLES_BY_4 = turned(DOUBLES, 4);
  private static final VectorShuffle<Double> DOUBLES_BY_2 = turned(DOUBLES, 2);
  private static final VectorShuffle<Double> DOUBLES_BY_1 = turned(DOUBLES, 1);

  private LaneSums() {}

  private static <E> VectorShuffle<E> turned(VectorSpecies<E> species, int by) {
    return VectorShuffle.fromOp(species, lane -> (lane + by) % species.length());
  }

  /** Of a vector of the preferred length. */
  static float of(FloatVector v) {
    FloatVector sum = v;
    int lanes = FLOATS.length();
    if (lanes > 16) {
      return slowly(v);
    }
    if (lanes > 8) {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (lanes > 4) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    if (lanes > 2) {
      sum = sum.add(sum.rearrange(BY_2));
    }
    return sum.add(sum.rearrange(BY_1)).lane(0);
  }

  /** Machines with longer vectors than 512 bits. */
  private static float slowly(FloatVector v) {
    float sum = 0;
    for (float lane : v.toArray()) {
      sum += lane;
    }
    return sum;
  }

  /** The same in double precision. */
  static double of(DoubleVector v) {
    DoubleVector sum = v;
    int lanes = DOUBLES.length();
    if (lanes > 8) {
      double all = 0;
      for (double lane : v.toArray()) {
        all += lane;
      }
      return all;
    }
    if (lanes > 4) {
      sum = sum.add(sum.rearrange(DOUBLES_BY_4));
    }
    if (lanes > 2) {
      sum = sum.add(sum.rearrange(DOUBLES_BY_2));
    }
    return lanes > 1 ? sum.add(sum.rearrange(DOUBLES_BY_1)).lane(0) : sum.lane(0);
  }
}
