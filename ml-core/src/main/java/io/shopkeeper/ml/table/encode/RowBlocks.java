package io.shopkeeper.ml.table.encode;

/**
 * Rows as a linear learner reads them: in blocks of fixed size, multiplied by weights or by what
 * each row gives back. How the rows are cut does not depend on the threads, so sums that are added
 * block by block are always the same. Immutable and safe for use by several threads.
 */
public interface RowBlocks {

  /** How many. */
  int rows();

  /** Numbers of a row. */
  int width();

  /** Rows of each block; the last may have fewer. */
  int blockRows();

  /** How many blocks. */
  default int blocks() {
    return (rows() + blockRows() - 1) / blockRows();
  }

  /** The first row of a block; of the block behind the last, the number of rows. */
  default int begin(int block) {
    return Math.min(rows(), block * blockRows());
  }

  /**
   * scores[i] ← scores[i] + Σ weight × number, i being a row's place in its block.
   *
   * @param weights {@link #width} values and behind them a 0
   * @param scores as many as the block has rows, or more
   */
  void score(int block, float[] weights, float[] scores);

  /**
   * sums[j] ← sums[j] + Σ residual × number j over the rows of a block.
   *
   * @param residuals of the rows of the block
   * @param sums {@link #width} values and behind them one that means nothing
   */
  void collect(int block, float[] residuals, double[] sums);

  /**
   * sums[j] ← sums[j] + Σ factor × number j², the same way.
   *
   * @param factors of the rows of the block
   */
  void collectSquares(int block, float[] factors, double[] sums);
}
