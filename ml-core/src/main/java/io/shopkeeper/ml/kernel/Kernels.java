package io.shopkeeper.ml.kernel;

import io.shopkeeper.ml.training.TrainingListener;

/**
 * The numeric core: dense and sparse matrix work that everything learnt and scored rests on.
 *
 * <p>For all methods:
 *
 * <ul>
 *   <li>matrices are dense and row by row unless they are {@link SparseRows}; numbers have no unit;
 *   <li>sizes of 0 are allowed and do nothing;
 *   <li>wrong shapes give {@link IllegalArgumentException} before anything is written;
 *   <li>NaN, infinities and denormals go through the arithmetic as IEEE 754 has it; where α is 0, A
 *       and B are not read, where β is 0, C is not read (the BLAS convention);
 *   <li>providers agree with the scalar reference within the bounds that each method states, ε
 *       being 2⁻²³ for float and 2⁻⁵² for double, except where partial sums overflow in one order
 *       of addition and not in another;
 *   <li>implementations are safe for use by several threads; outputs must not overlap inputs unless
 *       the method says so.
 * </ul>
 */
public interface Kernels {

  /** The provider's short name: scalar, vector, blas, cuda. */
  String name();

  /** What it runs on, such as "512-bit vectors, 2 threads". */
  String description();

  /**
   * C ← α·op(A)·op(B) + β·C. Error of each element at most (k + 2)·ε·|α|·Σ|a·b| + ε·|β·c|. Goto and
   * van de Geijn: Anatomy of High-Performance Matrix Multiplication, 2008.
   */
  void gemm(GemmShape shape, float alpha, FloatBlock a, FloatBlock b, float beta, FloatBlock c);

  /** The same in double precision. */
  void gemm(
      GemmShape shape, double alpha, DoubleBlock a, DoubleBlock b, double beta, DoubleBlock c);

  /**
   * y ← α·A·x + β·y, or with Aᵀ. Error as of gemm.
   *
   * @param transpose whether A is used transposed
   * @param rows of A as it is stored
   * @param columns of A as it is stored
   */
  void gemv(
      boolean transpose,
      int rows,
      int columns,
      float alpha,
      FloatBlock a,
      float[] x,
      float beta,
      float[] y);

  /**
   * p_i ← A_r·x for chosen rows r = rows_i of A: what a search in a graph of vectors asks, many
   * times and of few rows. On the calling thread. Error of each at most (columns + 2)·ε·Σ|a·x|.
   *
   * @param a has every chosen row
   * @param rows at least {@code count}, in any order
   * @param count how many of them
   * @param products at least {@code count}; written
   */
  void rowProducts(int columns, FloatBlock a, int[] rows, int count, float[] x, float[] products);

  /**
   * C ← α·A·Aᵀ + β·C, A being n × k; the lower triangle of C is computed, from its own lower
   * triangle, and mirrored. Error as of gemm.
   */
  void syrk(int n, int k, float alpha, FloatBlock a, float beta, FloatBlock c);

  /** The same in double precision. */
  void syrk(int n, int k, double alpha, DoubleBlock a, double beta, DoubleBlock c);

  /**
   * Solves many small symmetric positive definite systems by Cholesky factorisation (Golub and Van
   * Loan, section 4.2). The residual of each is at most 8·n·ε·‖A‖·‖x‖.
   *
   * @param systems how many
   * @param n size of each
   * @param matrices systems × n × n; lower triangles are read, all is overwritten
   * @param rightSides systems × n; replaced by the solutions, by NaN where a matrix is not positive
   *     definite
   * @return how many were not positive definite
   */
  int choleskySolve(int systems, int n, float[] matrices, float[] rightSides);

  /**
   * Makes and solves one small system for each row of a sparse matrix: the inner loop of
   * alternating least squares. The matrices are never all held. The residual of each is at most
   * 8·(n + c)·ε·(‖A‖ ‖x‖ + Σ|t|·‖v‖), c being the cells of its row.
   *
   * @param solutions rows × width; written, NaN where a matrix is not positive definite
   * @return how many were not positive definite
   */
  int leastSquares(RowSystems systems, float[] solutions);

  /**
   * Euclidean length of each row, without overflow or underflow of the squares. Relative error at
   * most (columns + 4)·ε.
   */
  void rowNorms(int rows, int columns, FloatBlock a, float[] norms);

  /**
   * Replaces each row by e^x / Σe^x, shifted by the row's greatest value so that nothing overflows.
   * A row with NaN or +∞, or of −∞ alone, becomes NaN. Error at most (columns + 16)·ε of the value.
   */
  void softmax(int rows, int columns, FloatBlock a);

  /** y ← f(x), element by element; y may be x. Error at most 16·ε·(|y| + |x·y′| …): see tests. */
  void activate(Activation function, float[] x, float[] y);

  /** result ← f′(x) · upstream, element by element; the result may be either input. */
  void gradient(Activation function, float[] x, float[] upstream, float[] result);

  /**
   * Makes item vectors ready to be scored.
   *
   * @param items how many
   * @param width values of each
   * @param vectors items × width; copied
   */
  ItemScorer scorer(int items, int width, float[] vectors);

  /** C ← A·B, A sparse, B dense with so many columns. Error of each element (nnz + 2)·ε·Σ|a·b|. */
  void multiply(SparseRows a, int columns, FloatBlock b, FloatBlock c);

  /**
   * The most similar other rows of each row: A·Aᵀ row by row with threshold and top-k, never as a
   * whole. Memory is that of the result and, for each thread, some values a row; time is the sum of
   * squares of the column counts. Similarities have an error of (c + 8)·ε, c columns being shared.
   *
   * @param rows what is compared
   * @param columns the same matrix transposed
   * @param listener hears of progress and can stop it; called from the kernel's threads
   */
  RankedRows neighbours(
      SparseRows rows, SparseRows columns, NeighbourSpec spec, TrainingListener listener);
}
