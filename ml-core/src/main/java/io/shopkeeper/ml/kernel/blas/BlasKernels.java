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
 * the garbage collector up for more than some 10 milliseconds. Smaller ones spend a sixth of their
 * time on packing.
 */
public final class BlasKernels extends DelegatingKernels implements AutoCloseable {

  private static final int TILE = 1024;

  /**
   * Twice the depth that OpenBLAS packs at a time for AVX-512: other depths leave it short blocks.
   */
  private static final int DEPTH = 768;

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

  private void forTiles(GemmShape shape, Tile tile) {
    int down = (shape.m() + TILE - 1) / TILE;
    int across = (shape.n() + TILE - 1) / TILE;
    workers.forEach(
        down * across,
        task -> {
          int i = task / across * TILE;
          int j = task % across * TILE;
          for (int p = 0; p < shape.k(); p += DEPTH) {
            tile.multiply(
                new GemmShape(
                    Math.min(TILE, shape.m() - i),
                    Math.min(TILE, shape.n() - j),
                    Math.min(DEPTH, shape.k() - p),
                    shape.transposeA(),
                    shape.transposeB()),
                i,
                j,
                p);
          }
        });
  }

  @Override
  public void syrk(int n, int k, float alpha, FloatBlock a, float beta, FloatBlock c) {
    Shapes.check(new GemmShape(n, n, k, false, true), a, a, c);
    for (int row = 0; row < n; row += SYRK_ROWS) {
      int rows = Math.min(SYRK_ROWS, n - row);
      var shape = new GemmShape(rows, row + rows, k, false, true);
      gemm(shape, alpha, a.at(row, 0), a, beta, c.at(row, 0));
    }
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
    for (int row = 0; row < n; row += SYRK_ROWS) {
      int rows = Math.min(SYRK_ROWS, n - row);
      var shape = new GemmShape(rows, row + rows, k, false, true);
      gemm(shape, alpha, a.at(row, 0), a, beta, c.at(row, 0));
    }
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

  /** One tile of C and one step of depth: the sizes, and where they begin. */
  @FunctionalInterface
  private interface Tile {
    void multiply(GemmShape shape, int row, int column, int deep);
  }
}
