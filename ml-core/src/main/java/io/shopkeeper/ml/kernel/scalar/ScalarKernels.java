package io.shopkeeper.ml.kernel.scalar;

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

/**
 * The reference that other providers are compared with, and what computes where nothing faster
 * loads: plain loops, sums in double precision, rows shared among the workers.
 */
public final class ScalarKernels implements Kernels {

  private final Workers workers;
  private final ScalarSparse sparse;

  /**
   * @param workers the threads that it may use
   */
  public ScalarKernels(Workers workers) {
    this.workers = workers;
    this.sparse = new ScalarSparse(workers);
  }

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public String description() {
    return "plain Java loops, %d threads".formatted(workers.width());
  }

  @Override
  public void gemm(
      GemmShape shape, float alpha, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
    Shapes.check(shape, a, b, c);
    workers.forEach(shape.m(), row -> ScalarDense.gemmRow(shape, alpha, a, b, beta, c, row));
  }

  @Override
  public void gemm(
      GemmShape shape, double alpha, DoubleBlock a, DoubleBlock b, double beta, DoubleBlock c) {
    Shapes.check(shape, a, b, c);
    workers.forEach(shape.m(), row -> ScalarDense.gemmRow(shape, alpha, a, b, beta, c, row));
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
    int m = transpose ? columns : rows;
    int k = transpose ? rows : columns;
    var shape = new GemmShape(m, 1, k, transpose, false);
    FloatBlock vector = FloatBlock.of(x, 1);
    FloatBlock result = FloatBlock.of(y, 1);
    for (int row = 0; row < m; row++) {
      ScalarDense.gemmRow(shape, alpha, a, vector, beta, result, row);
    }
  }

  @Override
  public void rowProducts(
      int columns, FloatBlock a, int[] rows, int count, float[] x, float[] products) {
    Shapes.rows(columns, a, rows, count, x, products);
    for (int place = 0; place < count; place++) {
      int start = a.offset() + rows[place] * a.stride();
      float sum = 0;
      for (int i = 0; i < columns; i++) {
        sum = Math.fma(a.values()[start + i], x[i], sum);
      }
      products[place] = sum;
    }
  }

  @Override
  public void syrk(int n, int k, float alpha, FloatBlock a, float beta, FloatBlock c) {
    var shape = new GemmShape(n, n, k, false, true);
    Shapes.check(shape, a, a, c);
    workers.forEach(n, row -> ScalarDense.syrkRow(shape, alpha, a, beta, c, row));
    ScalarDense.mirror(n, c);
  }

  @Override
  public void syrk(int n, int k, double alpha, DoubleBlock a, double beta, DoubleBlock c) {
    var shape = new GemmShape(n, n, k, false, true);
    Shapes.check(shape, a, a, c);
    workers.forEach(n, row -> ScalarDense.syrkRow(shape, alpha, a, beta, c, row));
    ScalarDense.mirror(n, c);
  }

  @Override
  public int choleskySolve(int systems, int n, float[] matrices, float[] rightSides) {
    Shapes.length("matrices", matrices.length, (long) systems * n * n);
    Shapes.length("rightSides", rightSides.length, (long) systems * n);
    return ScalarCholesky.solve(workers, systems, n, matrices, rightSides);
  }

  @Override
  public int leastSquares(RowSystems systems, float[] solutions) {
    Shapes.length("solutions", solutions.length, (long) systems.rows() * systems.width());
    return ScalarLeastSquares.solve(workers, systems, solutions);
  }

  @Override
  public void rowNorms(int rows, int columns, FloatBlock a, float[] norms) {
    Shapes.check("A", a, rows, columns);
    Shapes.length("norms", norms.length, rows);
    for (int row = 0; row < rows; row++) {
      norms[row] = (float) Math.sqrt(ScalarDense.squares(a, row, columns));
    }
  }

  @Override
  public void softmax(int rows, int columns, FloatBlock a) {
    Shapes.check("A", a, rows, columns);
    for (int row = 0; row < rows; row++) {
      ScalarDense.softmaxRow(a, row, columns);
    }
  }

  @Override
  public void activate(Activation function, float[] x, float[] y) {
    Shapes.length("y", y.length, x.length);
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) function.value(x[i]);
    }
  }

  @Override
  public void gradient(Activation function, float[] x, float[] upstream, float[] result) {
    Shapes.length("upstream", upstream.length, x.length);
    Shapes.length("result", result.length, x.length);
    for (int i = 0; i < x.length; i++) {
      result[i] = (float) (function.slope(x[i]) * upstream[i]);
    }
  }

  @Override
  public ItemScorer scorer(int items, int width, float[] vectors) {
    Shapes.length("vectors", vectors.length, (long) items * width);
    return new ScalarScorer(workers, items, width, vectors.clone());
  }

  @Override
  public void multiply(SparseRows a, int columns, FloatBlock b, FloatBlock c) {
    Shapes.check("B", b, a.columns(), columns);
    Shapes.check("C", c, a.rows(), columns);
    sparse.multiply(a, columns, b, c);
  }

  @Override
  public RankedRows neighbours(
      SparseRows rows, SparseRows columns, NeighbourSpec spec, TrainingListener listener) {
    Shapes.transposed(rows, columns);
    return sparse.neighbours(rows, columns, spec, listener);
  }
}
