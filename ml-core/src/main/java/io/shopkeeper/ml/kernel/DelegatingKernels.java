package io.shopkeeper.ml.kernel;

import io.shopkeeper.ml.training.TrainingListener;

/** Hands everything on to other kernels; a provider of some kernels only overrides those. */
public abstract class DelegatingKernels implements Kernels {

  private final Kernels delegate;

  /**
   * @param delegate does what is not overridden
   */
  protected DelegatingKernels(Kernels delegate) {
    this.delegate = delegate;
  }

  /** What does the rest. */
  protected final Kernels delegate() {
    return delegate;
  }

  @Override
  public void gemm(
      GemmShape shape, float alpha, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
    delegate.gemm(shape, alpha, a, b, beta, c);
  }

  @Override
  public void gemm(
      GemmShape shape, double alpha, DoubleBlock a, DoubleBlock b, double beta, DoubleBlock c) {
    delegate.gemm(shape, alpha, a, b, beta, c);
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
    delegate.gemv(transpose, rows, columns, alpha, a, x, beta, y);
  }

  @Override
  public void rowProducts(
      int columns, FloatBlock a, int[] rows, int count, float[] x, float[] products) {
    delegate.rowProducts(columns, a, rows, count, x, products);
  }

  @Override
  public void syrk(int n, int k, float alpha, FloatBlock a, float beta, FloatBlock c) {
    delegate.syrk(n, k, alpha, a, beta, c);
  }

  @Override
  public void syrk(int n, int k, double alpha, DoubleBlock a, double beta, DoubleBlock c) {
    delegate.syrk(n, k, alpha, a, beta, c);
  }

  @Override
  public int choleskySolve(int systems, int n, float[] matrices, float[] rightSides) {
    return delegate.choleskySolve(systems, n, matrices, rightSides);
  }

  @Override
  public int leastSquares(RowSystems systems, float[] solutions) {
    return delegate.leastSquares(systems, solutions);
  }

  @Override
  public void rowNorms(int rows, int columns, FloatBlock a, float[] norms) {
    delegate.rowNorms(rows, columns, a, norms);
  }

  @Override
  public void softmax(int rows, int columns, FloatBlock a) {
    delegate.softmax(rows, columns, a);
  }

  @Override
  public void activate(Activation function, float[] x, float[] y) {
    delegate.activate(function, x, y);
  }

  @Override
  public void gradient(Activation function, float[] x, float[] upstream, float[] result) {
    delegate.gradient(function, x, upstream, result);
  }

  @Override
  public ItemScorer scorer(int items, int width, float[] vectors) {
    return delegate.scorer(items, width, vectors);
  }

  @Override
  public void multiply(SparseRows a, int columns, FloatBlock b, FloatBlock c) {
    delegate.multiply(a, columns, b, c);
  }

  @Override
  public RankedRows neighbours(
      SparseRows rows, SparseRows columns, NeighbourSpec spec, TrainingListener listener) {
    return delegate.neighbours(rows, columns, spec, listener);
  }
}
