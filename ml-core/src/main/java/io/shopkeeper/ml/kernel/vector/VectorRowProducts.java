package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.FloatBlock;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Chosen rows by a vector, four at a time: while one row is fetched, others are computed with. */
final class VectorRowProducts {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private VectorRowProducts() {}

  static void multiply(
      int columns, FloatBlock a, int[] rows, int count, float[] x, float[] products) {
    int place = 0;
    for (; place + 4 <= count; place += 4) {
      four(columns, a, rows, place, x, products);
    }
    for (; place < count; place++) {
      products[place] = one(columns, a.values(), a.offset() + rows[place] * a.stride(), x);
    }
  }

  private static void four(
      int columns, FloatBlock block, int[] rows, int place, float[] x, float[] products) {
    float[] a = block.values();
    int first = block.offset() + rows[place] * block.stride();
    int second = block.offset() + rows[place + 1] * block.stride();
    int third = block.offset() + rows[place + 2] * block.stride();
    int fourth = block.offset() + rows[place + 3] * block.stride();
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int whole = SPECIES.loopBound(columns);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, i);
      s0 = FloatVector.fromArray(SPECIES, a, first + i).fma(v, s0);
      s1 = FloatVector.fromArray(SPECIES, a, second + i).fma(v, s1);
      s2 = FloatVector.fromArray(SPECIES, a, third + i).fma(v, s2);
      s3 = FloatVector.fromArray(SPECIES, a, fourth + i).fma(v, s3);
    }
    products[place] = rest(LaneSums.of(s0), whole, columns, a, first, x);
    products[place + 1] = rest(LaneSums.of(s1), whole, columns, a, second, x);
    products[place + 2] = rest(LaneSums.of(s2), whole, columns, a, third, x);
    products[place + 3] = rest(LaneSums.of(s3), whole, columns, a, fourth, x);
  }

  private static float one(int columns, float[] a, int start, float[] x) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int whole = SPECIES.loopBound(columns);
    for (int i = 0; i < whole; i += LANES) {
      sum =
          FloatVector.fromArray(SPECIES, a, start + i)
              .fma(FloatVector.fromArray(SPECIES, x, i), sum);
    }
    return rest(LaneSums.of(sum), whole, columns, a, start, x);
  }

  private static float rest(float sum, int whole, int columns, float[] a, int start, float[] x) {
    float total = sum;
    for (int i = whole; i < columns; i++) {
      total = Math.fma(a[start + i], x[i], total);
    }
    return total;
  }
}
