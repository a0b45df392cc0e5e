package io.shopkeeper.ml.kernel.blas;

import io.shopkeeper.ml.kernel.DelegatingKernels;
import io.shopkeeper.ml.kernel.DoubleBlock;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Shapes;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;

/**
 * Large products by OpenBLAS, all else by other kernels. A product is cut into tiles of at most
 * {@value #TILE} a side and {@value #DEPTH} deep: they are shared among the workers, and none holds
 * the garbage collector up for more than some 20 milliseconds. Smaller ones spend a sixth of their
 * time on packing.
 */
public final class BlasKernels extends DelegatingKernels implements AutoCloseable {

  private static final int TILE = 1024;

  /**
   * Twice the depth that OpenBLAS packs at a time for AVX-512: other depths leave it short blocks.
   */
  private static final int DEPTH = 768;

  /** Bands of rows into which smaller products are cut for the workers. */
  private static final int BAND = 128;

  private static final int MOST_BANDS = 4;
  private static final long WORTH_IT = 1L << 18;
  private static final int SYRK_ROWS = 256;

  private final OpenBlas blas;
  private final Workers workers;
  private final boolean always;

  private BlasKernels(OpenBlas blas, Kernels rest, Workers workers, boolean always) {
    super(rest);
    this.blas = blas;
    this.workers = workers;
    this.always = always;
  }

  /**
   * Loads OpenBLAS.
   *
   * @param rest does what OpenBLAS does not
   * @throws UnavailableException with the reason
   */
  public static BlasKernels load(Kernels rest, Workers workers) throws UnavailableException {
    return new BlasKernels(OpenBlas.load(), rest, workers, false);
  }

  /** The same, small products included: for tests. */
  static BlasKernels forAllSizes(OpenBlas blas, Kernels rest, Workers workers) {
    return new BlasKernels(blas, rest, workers, true);
  }

  @Override
  public String name() {
    return "blas";
  }

  @Override
  public String description() {
    return "OpenBLAS %s for large products; else %s"
        .formatted(blas.origin(), delegate().description());
  }

  @Override
  public void gemm(
      GemmShape shape, float alpha, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
    Shapes.check(shape, a, b, c);
    if (worthIt(shape) && alpha != 0) {
      forTiles(
          shape,
          (s, i, j, p) ->
              blas.gemm(
                  s,
                  alpha,
                  shape.transposeA() ? a.at(p, i) : a.at(i, p),
                  shape.transposeB() ? b.at(j, p) : b.at(p, j),
                  p == 0 ? beta : 1,
                  c.at(i, j)));
    } else {
      delegate().gemm(shape, alpha, a, b, beta, c);
    }
  }

  @Override
  public void gemm(
      GemmShape shape, double alpha, DoubleBlock a, DoubleBlock b, double beta, DoubleBlock c) {
    Shapes.check(shape, a, b, c);
    if (worthIt(shape) && alpha != 0) {
      forTiles(
          shape,
          (s, i, j, p) ->
              blas.gemm(
                  s,
                  alpha,
                  shape.transposeA() ? a.at(p, i) : a.at(i, p),
                  shape.transposeB() ? b.at(j, p) : b.at(p, j),
                  p == 0 ? beta : 1,
                  c.at(i, j)));
    } else {
      delegate().gemm(shape, alpha, a, b, beta, c);
    }
  }

  private boolean worthIt(GemmShape shape) {
    return shape.work() >= (always ? 1 : WORTH_IT);
  }

  /**
   * Tiles of C. How C is cut does not depend on the workers: the sums of an element are the same
   * for any number of them.
   */
  private void forTiles(GemmShape shape, Tile tile) {
    int m = shape.m();
    int across = (shape.n() + TILE - 1) / TILE;
    int down = m > TILE ? (m + TILE - 1) / TILE : Math.clamp(m / BAND, 1, MOST_BANDS);
    int rows = (m + down - 1) / down;
    workers.forEach(
        down * across,
        task -> {
          int i = task / across * rows;
          int j = task % across * TILE;
          deep(
              new GemmShape(
                  Math.min(rows, m - i),
                  Math.min(TILE, shape.n() - j),
                  shape.k(),
                  shape.transposeA(),
                  shape.transposeB()),
              i,
              j,
              tile);
        });
  }

  /** One tile of C in steps of depth. */
  private static void deep(GemmShape of, int i, int j, Tile tile) {
    for (int p = 0; p < of.k(); p += DEPTH) {
      tile.multiply(
          new GemmShape(
              of.m(), of.n(), Math.min(DEPTH, of.k() - p), of.transposeA(), of.transposeB()),
          i,
          j,
          p);
    }
  }

  /** Strips of the lower triangle, the longest first. */
  private void forStrips(int n, Strip strip) {
    int rows = Math.clamp(n / MOST_BANDS, 1, SYRK_ROWS);
    int strips = (n + rows - 1) / rows;
    workers.forEach(
        strips,
        task -> {
          int row = (strips - 1 - task) * rows;
          strip.multiply(row, Math.min(rows, n - row));
        });
  }

  @Override
  public void syrk(int n, int k, float alpha, FloatBlock a, float beta, FloatBlock c) {
    Shapes.check(new GemmShape(n, n, k, false, true), a, a, c);
    forStrips(
        n,
        (row, rows) ->
            gemm(
                new GemmShape(rows, row + rows, k, false, true),
                alpha,
                a.at(row, 0),
                a,
                beta,
                c.at(row, 0)));
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < row; column++) {
        c.values()[c.offset() + column * c.stride() + row] =
            c.values()[c.offset() + row * c.stride() + column];
      }
    }
  }

  @Override
  public void syrk(int n, int k, double alpha, DoubleBlock a, double beta, DoubleBlock c) {
    Shapes.check(new GemmShape(n, n, k, false, true), a, a, c);
    forStrips(
        n,
        (row, rows) ->
            gemm(
                new GemmShape(rows, row + rows, k, false, true),
                alpha,
                a.at(row, 0),
                a,
                beta,
                c.at(row, 0)));
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < row; column++) {
        c.values()[c.offset() + column * c.stride() + row] =
            c.values()[c.offset() + row * c.stride() + column];
      }
    }
  }

  @Override
  public void close() {
    blas.close();
  }

  /** Rows of a triangle. */
  @FunctionalInterface
  private interface Strip {
    void multiply(int row, int rows);
  }

  /** One tile of C and one step of depth: the sizes, and where they begin. */
  @FunctionalInterface
  private interface Tile {
    void multiply(GemmShape shape, int row, int column, int deep);
  }
}
