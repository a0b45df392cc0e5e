package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.RowSystems;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.Workers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Systems of rows: the vectors of a row's cells are gathered a block at a time, and the block's
 * weighted products are added to the matrix in tiles of four rows by two vectors that stay in
 * registers over the block. Only the tiles that touch the upper triangle are made; it is factorised
 * where it lies.
 */
final class VectorLeastSquares {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int CHUNK = 128;
  private static final int TILE = 4;

  /** A block and its weighted copy share the first cache with the tiles. */
  private static final int BLOCK_VALUES = 2048;

  private final RowSystems systems;
  private final int n;
  private final int stride;
  private final int block;
  private final float[] base;

  private VectorLeastSquares(RowSystems systems) {
    this.systems = systems;
    this.n = systems.width();
    this.stride = (n + LANES - 1) / LANES * LANES;
    this.block = Math.max(TILE, BLOCK_VALUES / stride);
    this.base = new float[stride * stride];
    if (systems.base().length > 0) {
      for (int row = 0; row < n; row++) {
        for (int column = 0; column <= row; column++) {
          base[column * stride + row] = systems.base()[row * n + column];
        }
      }
    }
  }

  static int solve(Workers workers, RowSystems systems, float[] solutions) {
    var all = new VectorLeastSquares(systems);
    var bad = new AtomicInteger();
    workers.forEach(
        (systems.rows() + CHUNK - 1) / CHUNK,
        chunk -> {
          Space space = all.new Space();
          int end = Math.min(systems.rows(), (chunk + 1) * CHUNK);
          for (int row = chunk * CHUNK; row < end; row++) {
            if (!space.solve(row)) {
              bad.incrementAndGet();
            }
            System.arraycopy(space.x, 0, solutions, row * all.n, all.n);
          }
        });
    return bad.get();
  }

  /** What one thread works in. */
  private final class Space {

    private final float[] u = new float[stride * stride];
    private final float[] x = new float[stride];
    private final float[] lanes = new float[LANES];
    private final float[] plain = new float[block * stride];
    private final float[] weighted = new float[block * stride];

    boolean solve(int row) {
      System.arraycopy(base, 0, u, 0, u.length);
      Arrays.fill(x, 0);
      SparseRows cells = systems.weights();
      int end = cells.starts()[row + 1];
      for (int cell = cells.starts()[row]; cell < end; cell += block) {
        int count = Math.min(block, end - cell);
        gather(cell, count);
        addProducts(count);
      }
      for (int i = 0; i < n; i++) {
        u[i * stride + i] += systems.ridge()[row];
      }
      if (!VectorCholesky.factorise(n, stride, u)) {
        Arrays.fill(x, Float.NaN);
        return false;
      }
      VectorCholesky.substitute(n, stride, u, x, lanes);
      return true;
    }

    private void gather(int cell, int count) {
      int[] indices = systems.weights().indices();
      float[] weights = systems.weights().values();
      if (n == stride) {
        copyWhole(systems.vectors(), indices, weights, cell, count);
      } else {
        copyPadded(systems.vectors(), indices, weights, cell, count);
      }
      addTargets(cell, count);
    }

    private void copyWhole(float[] vectors, int[] indices, float[] weights, int cell, int count) {
      for (int i = 0; i < count; i++) {
        int from = indices[cell + i] * stride;
        FloatVector weight = FloatVector.broadcast(SPECIES, weights[cell + i]);
        for (int j = 0; j < stride; j += LANES) {
          FloatVector values = FloatVector.fromArray(SPECIES, vectors, from + j);
          values.intoArray(plain, i * stride + j);
          values.mul(weight).intoArray(weighted, i * stride + j);
        }
      }
    }

    private void copyPadded(float[] vectors, int[] indices, float[] weights, int cell, int count) {
      for (int i = 0; i < count; i++) {
        System.arraycopy(vectors, indices[cell + i] * n, plain, i * stride, n);
        FloatVector weight = FloatVector.broadcast(SPECIES, weights[cell + i]);
        for (int j = i * stride; j < (i + 1) * stride; j += LANES) {
          FloatVector.fromArray(SPECIES, plain, j).mul(weight).intoArray(weighted, j);
        }
      }
    }

    private void addTargets(int cell, int count) {
      float[] targets = systems.targets();
      for (int j = 0; j < stride; j += LANES) {
        FloatVector sum = FloatVector.fromArray(SPECIES, x, j);
        for (int i = 0; i < count; i++) {
          sum =
              FloatVector.fromArray(SPECIES, plain, i * stride + j)
                  .fma(FloatVector.broadcast(SPECIES, targets[cell + i]), sum);
        }
        sum.intoArray(x, j);
      }
    }

    private void addProducts(int count) {
      for (int row = 0; row < n; row += TILE) {
        int column = row / LANES * LANES;
        for (; column + LANES < stride; column += 2 * LANES) {
          wideTile(count, row, column);
        }
        if (column < stride) {
          narrowTile(count, row, column);
        }
      }
    }

    private void wideTile(int count, int row, int column) {
      int at = row * stride + column;
      FloatVector a0 = FloatVector.fromArray(SPECIES, u, at);
      FloatVector a1 = FloatVector.fromArray(SPECIES, u, at + LANES);
      FloatVector b0 = FloatVector.fromArray(SPECIES, u, at + stride);
      FloatVector b1 = FloatVector.fromArray(SPECIES, u, at + stride + LANES);
      FloatVector c0 = FloatVector.fromArray(SPECIES, u, at + 2 * stride);
      FloatVector c1 = FloatVector.fromArray(SPECIES, u, at + 2 * stride + LANES);
      FloatVector d0 = FloatVector.fromArray(SPECIES, u, at + 3 * stride);
      FloatVector d1 = FloatVector.fromArray(SPECIES, u, at + 3 * stride + LANES);
      for (int i = 0, from = 0; i < count; i++, from += stride) {
        FloatVector p0 = FloatVector.fromArray(SPECIES, plain, from + column);
        FloatVector p1 = FloatVector.fromArray(SPECIES, plain, from + column + LANES);
        FloatVector q = FloatVector.broadcast(SPECIES, weighted[from + row]);
        a0 = q.fma(p0, a0);
        a1 = q.fma(p1, a1);
        q = FloatVector.broadcast(SPECIES, weighted[from + row + 1]);
        b0 = q.fma(p0, b0);
        b1 = q.fma(p1, b1);
        q = FloatVector.broadcast(SPECIES, weighted[from + row + 2]);
        c0 = q.fma(p0, c0);
        c1 = q.fma(p1, c1);
        q = FloatVector.broadcast(SPECIES, weighted[from + row + 3]);
        d0 = q.fma(p0, d0);
        d1 = q.fma(p1, d1);
      }
      a0.intoArray(u, at);
      a1.intoArray(u, at + LANES);
      b0.intoArray(u, at + stride);
      b1.intoArray(u, at + stride + LANES);
      c0.intoArray(u, at + 2 * stride);
      c1.intoArray(u, at + 2 * stride + LANES);
      d0.intoArray(u, at + 3 * stride);
      d1.intoArray(u, at + 3 * stride + LANES);
    }

    private void narrowTile(int count, int row, int column) {
      int at = row * stride + column;
      FloatVector a = FloatVector.fromArray(SPECIES, u, at);
      FloatVector b = FloatVector.fromArray(SPECIES, u, at + stride);
      FloatVector c = FloatVector.fromArray(SPECIES, u, at + 2 * stride);
      FloatVector d = FloatVector.fromArray(SPECIES, u, at + 3 * stride);
      for (int i = 0, from = 0; i < count; i++, from += stride) {
        FloatVector p = FloatVector.fromArray(SPECIES, plain, from + column);
        a = p.fma(FloatVector.broadcast(SPECIES, weighted[from + row]), a);
        b = p.fma(FloatVector.broadcast(SPECIES, weighted[from + row + 1]), b);
        c = p.fma(FloatVector.broadcast(SPECIES, weighted[from + row + 2]), c);
        d = p.fma(FloatVector.broadcast(SPECIES, weighted[from + row + 3]), d);
      }
      a.intoArray(u, at);
      b.intoArray(u, at + stride);
      c.intoArray(u, at + 2 * stride);
      d.intoArray(u, at + 3 * stride);
    }
  }
}
