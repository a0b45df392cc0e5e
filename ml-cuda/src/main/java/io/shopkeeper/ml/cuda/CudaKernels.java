package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.DelegatingKernels;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.Shapes;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;

/**
 * Kernels on a device. Work is cut into pieces that fit the device's memory; pieces that are too
 * small to be worth the copying, that the device has no kernel for (double precision among them),
 * or at which it fails, are done by the CPU's kernels. Results of a piece are taken over when it is
 * done as a whole, so a failure in the middle loses nothing.
 */
final class CudaKernels extends DelegatingKernels implements AutoCloseable {

  private final Session session;
  private final DeviceDense dense;
  private final long worthIt;

  /**
   * @param worthIt multiplications, at least, of work that goes to the device
   */
  CudaKernels(Session session, Kernels cpu, long worthIt) {
    super(cpu);
    this.session = session;
    this.dense = new DeviceDense(session, cpu);
    this.worthIt = worthIt;
  }

  @Override
  public String name() {
    return "cuda";
  }

  @Override
  public String description() {
    String lost = session.lost();
    return lost.isEmpty()
        ? session.device().description()
        : "lost (%s); the CPU computes: %s".formatted(lost, delegate().description());
  }

  @Override
  public void gemm(
      GemmShape shape, float alpha, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
    Shapes.check(shape, a, b, c);
    if (shape.work() < Math.max(1, worthIt) || alpha == 0) {
      delegate().gemm(shape, alpha, a, b, beta, c);
    } else {
      dense.gemm(shape, alpha, a, b, beta, c);
    }
  }

  @Override
  public void syrk(int n, int k, float alpha, FloatBlock a, float beta, FloatBlock c) {
    var shape = new GemmShape(n, n, k, false, true);
    Shapes.check(shape, a, a, c);
    if (shape.work() < Math.max(1, worthIt) || alpha == 0) {
      delegate().syrk(n, k, alpha, a, beta, c);
      return;
    }
    int step = dense.tile();
    for (int row = 0; row < n; row += step) {
      int rows = Math.min(step, n - row);
      var strip = new GemmShape(rows, row + rows, k, false, true);
      dense.gemm(strip, alpha, a.at(row, 0), a, beta, c.at(row, 0));
    }
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < row; column++) {
        c.values()[c.offset() + column * c.stride() + row] =
            c.values()[c.offset() + row * c.stride() + column];
      }
    }
  }

  @Override
  public int choleskySolve(int systems, int n, float[] matrices, float[] rightSides) {
    Shapes.length("matrices", matrices.length, (long) systems * n * n);
    Shapes.length("rightSides", rightSides.length, (long) systems * n);
    boolean fits = n > 0 && n <= DeviceSystems.MOST_UNKNOWNS;
    return fits && (long) systems * n * n * n >= worthIt
        ? new DeviceSystems(session, delegate()).solve(systems, n, matrices, rightSides)
        : delegate().choleskySolve(systems, n, matrices, rightSides);
  }

  @Override
  public void softmax(int rows, int columns, FloatBlock a) {
    Shapes.check("A", a, rows, columns);
    if (rows == 0 || columns == 0 || (long) rows * columns * 16 < worthIt) {
      delegate().softmax(rows, columns, a);
    } else {
      dense.softmax(rows, columns, a);
    }
  }

  @Override
  public void activate(Activation function, float[] x, float[] y) {
    Shapes.length("y", y.length, x.length);
    if ((long) x.length * 8 < worthIt) {
      delegate().activate(function, x, y);
    } else {
      dense.activate(function, x, y);
    }
  }

  @Override
  public void gradient(Activation function, float[] x, float[] upstream, float[] result) {
    Shapes.length("upstream", upstream.length, x.length);
    Shapes.length("result", result.length, x.length);
    if ((long) x.length * 8 < worthIt) {
      delegate().gradient(function, x, upstream, result);
    } else {
      dense.gradient(function, x, upstream, result);
    }
  }

  @Override
  public ItemScorer scorer(int items, int width, float[] vectors) {
    Shapes.length("vectors", vectors.length, (long) items * width);
    return new DeviceScorer(session, delegate(), items, width, vectors, worthIt);
  }

  @Override
  public RankedRows neighbours(
      SparseRows rows, SparseRows columns, NeighbourSpec spec, TrainingListener listener) {
    Shapes.transposed(rows, columns);
    boolean fits = Math.min(spec.neighbours(), rows.rows()) <= DeviceScorer.MOST_KEPT;
    return fits && (long) rows.nonZeros() * 64 >= worthIt && rows.rows() > 0
        ? new DeviceNeighbours(session, rows, columns, spec)
            .find(listener, () -> delegate().neighbours(rows, columns, spec, listener))
        : delegate().neighbours(rows, columns, spec, listener);
  }

  @Override
  public void close() {
    session.close();
  }
}
