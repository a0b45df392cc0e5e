package io.shopkeeper.ml.neural.loss;

import io.shopkeeper.ml.kernel.Kernels;

/** How far outputs are from the truth of rows. Immutable and safe for use by several threads. */
public interface Loss {

  /** Outputs of a network for it. */
  int outputs();

  /** How much a row counts, 0 or more. */
  float weight(int row);

  /**
   * Measures rows and says which way is down.
   *
   * @param outputs of the network, count × outputs; may be overwritten
   * @param rows whose truth it is, from {@code from} on
   * @param scale of the gradient, such as 1 / the weights of the mini-batch
   * @param gradient of scale · Σ weight · loss by the outputs; written
   * @return Σ weight · loss
   */
  double at(
      float[] outputs,
      int[] rows,
      int from,
      int count,
      float scale,
      float[] gradient,
      Kernels kernels);
}
