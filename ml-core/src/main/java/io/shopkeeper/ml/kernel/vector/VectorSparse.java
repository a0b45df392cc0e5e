package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.Workers;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sparse by dense: a strip of the result's row stays in registers while the row's cells pass. */
final class VectorSparse {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int CHUNK = 64;

  private VectorSparse() {}

  static void multiply(Workers workers, SparseRows a, int columns, FloatBlock b, FloatBlock c) {
    workers.forEach(
        (a.rows() + CHUNK - 1) / CHUNK,
        chunk -> {
          for (int row = chunk * CHUNK; row < Math.min(a.rows(), (chunk + 1) * CHUNK); row++) {
            row(a, row, columns, b, c);
          }
        });
  }

  private static void row(SparseRows a, int row, int columns, FloatBlock b, FloatBlock c) {
    int to = c.offset() + row * c.stride();
    int column = 0;
    for (; column + 2 * LANES <= columns; column += 2 * LANES) {
      FloatVector s0 = FloatVector.zero(SPECIES);
      FloatVector s1 = s0;
      for (int cell = a.starts()[row]; cell < a.starts()[row + 1]; cell++) {
        int from = b.offset() + a.indices()[cell] * b.stride() + column;
        FloatVector value = FloatVector.broadcast(SPECIES, a.values()[cell]);
        s0 = FloatVector.fromArray(SPECIES, b.values(), from).fma(value, s0);
        s1 = FloatVector.fromArray(SPECIES, b.values(), from + LANES).fma(value, s1);
      }
      s0.intoArray(c.values(), to + column);
      s1.intoArray(c.values(), to + column + LANES);
    }
    for (; column < columns; column++) {
      float sum = 0;
      for (int cell = a.starts()[row]; cell < a.starts()[row + 1]; cell++) {
        int from = b.offset() + a.indices()[cell] * b.stride() + column;
        sum = Math.fma(a.values()[cell], b.values()[from], sum);
      }
      c.values()[to + column] = sum;
    }
  }
}
