package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.DoubleBlock;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.RowSystems;
import io.shopkeeper.ml.kernel.Shapes;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.training.TrainingListener;
import jdk.incubator.vector.FloatVector;

/** Kernels on the CPU's vector unit. Made by name, because the module may be missing. */
public final class VectorKernels implements Kernels {

  private static final int CHUNK = 1 << 14;
  private static final int SYRK_ROWS = 192;

  private final Workers workers;

  /**
   * @param workers the threads that it may use
   */
  public VectorKernels(Workers workers) {
    this.workers = workers;
  }

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public String description() {
    return "%d-bit vectors, %d threads"
        .formatted(FloatVector.SPECIES_PREFERRED.vectorBitSize(), workers.width());
  }

  @Override
  public void gemm(
      GemmShape shape, float alpha, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
    Shapes.check(shape, a, b, c);
    VectorGemm.multiply(workers, shape, alpha, a, b, beta, c);
  }

  @Override
  public void gemm(
      GemmShape shape, double alpha, DoubleBlock a, DoubleBlock b, double beta, DoubleBlock c) {
    Shapes.check(shape, a, b, c);
    VectorGemmDouble.multiply(workers, shape, alpha, a, b, beta, c);
  }

  @Override
  public void gemv(
      boolean transpose,
      int rows,
      int columns,
      float alpha,
      FloatBlock a,
      float[] x,
      float beta,
      float[] y) {
    Shapes.check("A", a, rows, columns);
    Shapes.length("x", x.length, transpose ? rows : columns);
    Shapes.length("y", y.length, transpose ? columns : rows);
    VectorGemv.multiply(workers, transpose, rows, columns, alpha, a, x, beta, y);
  }

  @Override
  public void rowProducts(
      int columns, FloatBlock a, int[] rows, int count, float[] x, float[] products) {
    Shapes.rows(columns, a, rows, count, x, products);
    VectorRowProducts.multiply(columns, a, rows, count, x, products);
  }

  @Override
  public void syrk(int n, int k, float alpha, FloatBlock a, float beta, FloatBlock c) {
    Shapes.check(new GemmShape(n, n, k, false, true), a, a, c);
    for (int row = 0; row < n; row += SYRK_ROWS) {
      int rows = Math.min(SYRK_ROWS, n - row);
      var shape = new GemmShape(rows, row + rows, k, false, true);
      VectorGemm.multiply(workers, shape, alpha, a.at(row, 0), a, beta, c.at(row, 0));
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
      VectorGemmDouble.multiply(workers, shape, alpha, a.at(row, 0), a, beta, c.at(row, 0));
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
    return VectorCholesky.solve(workers, systems, n, matrices, rightSides);
  }

  @Override
  public int leastSquares(RowSystems systems, float[] solutions) {
    Shapes.length("solutions", solutions.length, (long) systems.rows() * systems.width());
    return VectorLeastSquares.solve(workers, systems, solutions);
  }

  @Override
  public void rowNorms(int rows, int columns, FloatBlock a, float[] norms) {
    Shapes.check("A", a, rows, columns);
    Shapes.length("norms", norms.length, rows);
    for (int row = 0; row < rows; row++) {
      norms[row] = VectorElements.norm(a.values(), a.offset() + row * a.stride(), columns);
    }
  }

  @Override
  public void softmax(int rows, int columns, FloatBlock a) {
    Shapes.check("A", a, rows, columns);
    for (int row = 0; row < rows; row++) {
      VectorElements.softmax(a, row, columns);
    }
  }

  @Override
  public void activate(Activation function, float[] x, float[] y) {
    Shapes.length("y", y.length, x.length);
    workers.forEach(
        (x.length + CHUNK - 1) / CHUNK,
        chunk ->
            VectorElements.activate(
                function, x, y, chunk * CHUNK, Math.min(x.length, (chunk + 1) * CHUNK)));
  }

  @Override
  public void gradient(Activation function, float[] x, float[] upstream, float[] result) {
    Shapes.length("upstream", upstream.length, x.length);
    Shapes.length("result", result.length, x.length);
    workers.forEach(
        (x.length + CHUNK - 1) / CHUNK,
        chunk ->
            VectorElements.gradient(
                function,
                x,
                upstream,
                result,
                chunk * CHUNK,
                Math.min(x.length, (chunk + 1) * CHUNK)));
  }

  @Override
  public ItemScorer scorer(int items, int width, float[] vectors) {
    Shapes.length("vectors", vectors.length, (long) items * width);
    return new VectorScorer(workers, items, width, vectors);
  }

  @Override
  public void multiply(SparseRows a, int columns, FloatBlock b, FloatBlock c) {
    Shapes.check("B", b, a.columns(), columns);
    Shapes.check("C", c, a.rows(), columns);
    VectorSparse.multiply(workers, a, columns, b, c);
  }

  @Override
  public RankedRows neighbours(
      SparseRows rows, SparseRows columns, NeighbourSpec spec, TrainingListener listener) {
    Shapes.transposed(rows, columns);
    return VectorNeighbours.find(workers, rows, columns, spec, listener);
  }
}
