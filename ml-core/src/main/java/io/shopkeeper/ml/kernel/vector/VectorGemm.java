package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Workers;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix product in blocks (Goto and van de Geijn, 2008; Van Zee and van de Geijn: BLIS, 2015).
 * Strips of B and A are packed so that the innermost kernel reads both in order; it keeps a tile of
 * C in registers: 8 × 32 floats where vectors have 512 bits, 4 × 16 where they have 256. Strips of
 * B stay in the first cache, the block of A in the second.
 */
final class VectorGemm {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int TILE_ROWS = SPECIES.vectorBitSize() >= 512 ? 8 : 4;
  private static final int TILE_COLUMNS = 2 * LANES;
  private static final int DEPTH = 256;
  private static final int BLOCK_ROWS = 96;
  private static final int PANEL = 64 * TILE_COLUMNS;
  private static final long TOO_SMALL = 1L << 16;

  private VectorGemm() {}

  static void multiply(
      Workers workers,
      GemmShape shape,
      float alpha,
      FloatBlock a,
      FloatBlock b,
      float beta,
      FloatBlock c) {
    if (shape.m() == 0 || shape.n() == 0) {
      return;
    }
    if (shape.k() == 0 || alpha == 0) {
      scale(shape, beta, c);
      return;
    }
    Workers used = shape.work() < TOO_SMALL ? Workers.callerOnly() : workers;
    float[] packed =
        new float[Math.min(DEPTH, shape.k()) * roundUp(Math.min(PANEL, shape.n()), TILE_COLUMNS)];
    for (int column = 0; column < shape.n(); column += PANEL) {
      int width = Math.min(PANEL, shape.n() - column);
      for (int deep = 0; deep < shape.k(); deep += DEPTH) {
        int depth = Math.min(DEPTH, shape.k() - deep);
        packB(used, shape, b, deep, depth, column, width, packed);
        var panel = new Panel(shape, alpha, a, c, packed, deep, depth, column, width);
        panel.multiply(used, deep == 0 ? beta : 1);
      }
    }
  }

  private static void scale(GemmShape shape, float beta, FloatBlock c) {
    for (int row = 0; row < shape.m(); row++) {
      int from = c.offset() + row * c.stride();
      for (int i = from; i < from + shape.n(); i++) {
        c.values()[i] = beta == 0 ? 0 : beta * c.values()[i];
      }
    }
  }

  private static void packB(
      Workers workers,
      GemmShape shape,
      FloatBlock b,
      int deep,
      int depth,
      int column,
      int width,
      float[] packed) {
    int strips = (width + TILE_COLUMNS - 1) / TILE_COLUMNS;
    int group = Math.max(1, strips / (4 * workers.width()));
    workers.forEach(
        (strips + group - 1) / group,
        task -> {
          for (int s = task * group; s < Math.min(strips, (task + 1) * group); s++) {
            int from = column + s * TILE_COLUMNS;
            int columns = Math.min(TILE_COLUMNS, column + width - from);
            packStrip(shape, b, deep, depth, from, columns, packed, s * TILE_COLUMNS * depth);
          }
        });
  }

  private static void packStrip(
      GemmShape shape,
      FloatBlock b,
      int deep,
      int depth,
      int from,
      int columns,
      float[] packed,
      int start) {
    float[] values = b.values();
    if (shape.transposeB()) {
      for (int j = 0; j < columns; j++) {
        int source = b.offset() + (from + j) * b.stride() + deep;
        for (int p = 0; p < depth; p++) {
          packed[start + p * TILE_COLUMNS + j] = values[source + p];
        }
      }
    } else {
      for (int p = 0; p < depth; p++) {
        int source = b.offset() + (deep + p) * b.stride() + from;
        System.arraycopy(values, source, packed, start + p * TILE_COLUMNS, columns);
      }
    }
    for (int p = 0; p < depth; p++) {
      for (int j = columns; j < TILE_COLUMNS; j++) {
        packed[start + p * TILE_COLUMNS + j] = 0;
      }
    }
  }

  private static int roundUp(int size, int step) {
    return (size + step - 1) / step * step;
  }

  /** One packed panel of B with all rows of A. */
  private record Panel(
      GemmShape shape,
      float alpha,
      FloatBlock a,
      FloatBlock c,
      float[] packed,
      int deep,
      int depth,
      int column,
      int width) {

    void multiply(Workers workers, float beta) {
      int blocks = (shape.m() + BLOCK_ROWS - 1) / BLOCK_ROWS;
      int strips = (width + TILE_COLUMNS - 1) / TILE_COLUMNS;
      int parts = Math.min(strips, Math.max(1, 3 * workers.width() / blocks));
      int each = (strips + parts - 1) / parts;
      workers.forEach(
          blocks * parts,
          task -> {
            int first = task % parts * each;
            block(task / parts * BLOCK_ROWS, first, Math.min(strips, first + each), beta);
          });
    }

    private void block(int row, int firstStrip, int endStrip, float beta) {
      int rows = Math.min(BLOCK_ROWS, shape.m() - row);
      float[] left = new float[roundUp(rows, TILE_ROWS) * depth];
      packA(row, rows, left);
      float[] tile = new float[TILE_ROWS * TILE_COLUMNS];
      for (int s = firstStrip; s < endStrip; s++) {
        int from = s * TILE_COLUMNS;
        int columns = Math.min(TILE_COLUMNS, width - from);
        for (int r = 0; r < rows; r += TILE_ROWS) {
          if (TILE_ROWS == 8) {
            micro8(depth, left, r * depth, packed, from * depth, tile, 0, TILE_COLUMNS);
          } else {
            micro4(depth, left, r * depth, packed, from * depth, tile, 0, TILE_COLUMNS);
          }
          add(tile, row + r, Math.min(TILE_ROWS, rows - r), column + from, columns, beta);
        }
      }
    }

    private void packA(int row, int rows, float[] left) {
      float[] values = a.values();
      for (int r = 0; r < rows; r += TILE_ROWS) {
        int start = r * depth;
        for (int i = 0; i < Math.min(TILE_ROWS, rows - r); i++) {
          int step = shape.transposeA() ? a.stride() : 1;
          int source =
              a.offset()
                  + (shape.transposeA()
                      ? deep * a.stride() + row + r + i
                      : (row + r + i) * a.stride() + deep);
          for (int p = 0; p < depth; p++, source += step) {
            left[start + p * TILE_ROWS + i] = values[source];
          }
        }
      }
    }

    private void add(float[] tile, int row, int rows, int from, int columns, float beta) {
      float[] values = c.values();
      for (int i = 0; i < rows; i++) {
        int to = c.offset() + (row + i) * c.stride() + from;
        int source = i * TILE_COLUMNS;
        if (columns == TILE_COLUMNS) {
          FloatVector one = FloatVector.fromArray(SPECIES, tile, source).mul(alpha);
          FloatVector two = FloatVector.fromArray(SPECIES, tile, source + LANES).mul(alpha);
          if (beta != 0) {
            one = FloatVector.fromArray(SPECIES, values, to).mul(beta).add(one);
            two = FloatVector.fromArray(SPECIES, values, to + LANES).mul(beta).add(two);
          }
          one.intoArray(values, to);
          two.intoArray(values, to + LANES);
        } else {
          for (int j = 0; j < columns; j++) {
            float product = alpha * tile[source + j];
            values[to + j] = beta == 0 ? product : beta * values[to + j] + product;
          }
        }
      }
    }
  }

  private static void micro8(
      int depth, float[] ap, int aStart, float[] bp, int bStart, float[] tile, int to, int stride) {
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c01 = FloatVector.zero(SPECIES);
    FloatVector c10 = FloatVector.zero(SPECIES);
    FloatVector c11 = FloatVector.zero(SPECIES);
    FloatVector c20 = FloatVector.zero(SPECIES);
    FloatVector c21 = FloatVector.zero(SPECIES);
    FloatVector c30 = FloatVector.zero(SPECIES);
    FloatVector c31 = FloatVector.zero(SPECIES);
    FloatVector c40 = FloatVector.zero(SPECIES);
    FloatVector c41 = FloatVector.zero(SPECIES);
    FloatVector c50 = FloatVector.zero(SPECIES);
    FloatVector c51 = FloatVector.zero(SPECIES);
    FloatVector c60 = FloatVector.zero(SPECIES);
    FloatVector c61 = FloatVector.zero(SPECIES);
    FloatVector c70 = FloatVector.zero(SPECIES);
    FloatVector c71 = FloatVector.zero(SPECIES);
    int at = aStart;
    int bt = bStart;
    for (int p = 0; p < depth; p++, at += 8, bt += 2 * LANES) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bp, bt);
      FloatVector b1 = FloatVector.fromArray(SPECIES, bp, bt + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, ap[at + 0]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = FloatVector.broadcast(SPECIES, ap[at + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = FloatVector.broadcast(SPECIES, ap[at + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = FloatVector.broadcast(SPECIES, ap[at + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      FloatVector a4 = FloatVector.broadcast(SPECIES, ap[at + 4]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      FloatVector a5 = FloatVector.broadcast(SPECIES, ap[at + 5]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      FloatVector a6 = FloatVector.broadcast(SPECIES, ap[at + 6]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      FloatVector a7 = FloatVector.broadcast(SPECIES, ap[at + 7]);
      c70 = a7.fma(b0, c70);
      c71 = a7.fma(b1, c71);
    }
    c00.intoArray(tile, to);
    c01.intoArray(tile, to + LANES);
    c10.intoArray(tile, to + 1 * stride);
    c11.intoArray(tile, to + 1 * stride + LANES);
    c20.intoArray(tile, to + 2 * stride);
    c21.intoArray(tile, to + 2 * stride + LANES);
    c30.intoArray(tile, to + 3 * stride);
    c31.intoArray(tile, to + 3 * stride + LANES);
    c40.intoArray(tile, to + 4 * stride);
    c41.intoArray(tile, to + 4 * stride + LANES);
    c50.intoArray(tile, to + 5 * stride);
    c51.intoArray(tile, to + 5 * stride + LANES);
    c60.intoArray(tile, to + 6 * stride);
    c61.intoArray(tile, to + 6 * stride + LANES);
    c70.intoArray(tile, to + 7 * stride);
    c71.intoArray(tile, to + 7 * stride + LANES);
  }

  private static void micro4(
      int depth, float[] ap, int aStart, float[] bp, int bStart, float[] tile, int to, int stride) {
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c01 = FloatVector.zero(SPECIES);
    FloatVector c10 = FloatVector.zero(SPECIES);
    FloatVector c11 = FloatVector.zero(SPECIES);
    FloatVector c20 = FloatVector.zero(SPECIES);
    FloatVector c21 = FloatVector.zero(SPECIES);
    FloatVector c30 = FloatVector.zero(SPECIES);
    FloatVector c31 = FloatVector.zero(SPECIES);
    int at = aStart;
    int bt = bStart;
    for (int p = 0; p < depth; p++, at += 4, bt += 2 * LANES) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bp, bt);
      FloatVector b1 = FloatVector.fromArray(SPECIES, bp, bt + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, ap[at + 0]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = FloatVector.broadcast(SPECIES, ap[at + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = FloatVector.broadcast(SPECIES, ap[at + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = FloatVector.broadcast(SPECIES, ap[at + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
    }
    c00.intoArray(tile, to);
    c01.intoArray(tile, to + LANES);
    c10.intoArray(tile, to + 1 * stride);
    c11.intoArray(tile, to + 1 * stride + LANES);
    c20.intoArray(tile, to + 2 * stride);
    c21.intoArray(tile, to + 2 * stride + LANES);
    c30.intoArray(tile, to + 3 * stride);
    c31.intoArray(tile, to + 3 * stride + LANES);
  }
}
