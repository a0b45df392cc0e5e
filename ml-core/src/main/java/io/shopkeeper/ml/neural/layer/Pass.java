package io.shopkeeper.ml.neural.layer;

/**
 * A layer at work on mini-batches. It owns its buffers, which are as large as its largest
 * mini-batch and are written again by the next; nothing is allocated. For one thread.
 */
public interface Pass {

  /** What goes back where nothing is wanted. */
  float[] NONE = {};

  /**
   * Computes the outputs.
   *
   * @param input as long as the largest mini-batch needs, its first rows filled; not changed, and
   *     read again by {@link #backward}
   * @param rows how many count, 1 to those it was made for
   * @return as long as the largest mini-batch needs; valid until the next call
   */
  float[] forward(float[] input, int rows, Mode mode);

  /**
   * Adds the gradients of its parameters and computes those of its inputs, for the mini-batch that
   * last went forward in training.
   *
   * @param upstream the gradient of the outputs, as long as they; may be overwritten
   * @param onward whether the gradient of the inputs is wanted
   * @return the gradient of the inputs, as long as they; {@link #NONE} where it is not wanted
   */
  float[] backward(float[] upstream, int rows, boolean onward);
}
