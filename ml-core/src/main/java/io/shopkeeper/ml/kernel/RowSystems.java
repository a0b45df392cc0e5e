package io.shopkeeper.ml.kernel;

/**
 * One small regularised least squares problem for each row of a sparse matrix, as in one half of a
 * step of alternating least squares: the row r seeks x with (base + Σ w_rc·v_c·v_cᵀ + λ_r·I)·x = Σ
 * t_rc·v_c, c being the columns of its cells. The arrays are not copied: do not change them.
 *
 * @param weights rows × columns; w of each cell
 * @param targets t of each cell, in the order of the weights' values
 * @param width values of each vector, n below
 * @param vectors columns × width
 * @param base width × width, of which the lower triangle is read; empty for none
 * @param ridge λ of each row
 */
public record RowSystems(
    SparseRows weights, float[] targets, int width, float[] vectors, float[] base, float[] ridge) {

  public RowSystems {
    if (width < 1) {
      throw new IllegalArgumentException("width must be at least 1, but is " + width);
    }
    Shapes.length("targets", targets.length, weights.nonZeros());
    Shapes.length("vectors", vectors.length, (long) weights.columns() * width);
    Shapes.length("base", base.length, base.length == 0 ? 0 : (long) width * width);
    Shapes.length("ridge", ridge.length, weights.rows());
  }

  /** How many systems. */
  public int rows() {
    return weights.rows();
  }
}
