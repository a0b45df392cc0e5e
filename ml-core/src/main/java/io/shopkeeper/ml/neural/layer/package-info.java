/**
 * The layers of networks. A {@link io.shopkeeper.ml.neural.layer.Layer} says what it is and how
 * many parameters it needs; its {@link io.shopkeeper.ml.neural.layer.Pass} computes, with buffers
 * of its own, for one thread. Rows of a mini-batch stand one after the other.
 *
 * <pre>{@code
 * Layer dense = new Dense(5, 32, Start.HE);
 * float[] values = new float[dense.length()];
 * dense.initialise(values, 0, new SplittableRandom(42));
 * Pass pass = dense.pass(new Slot(values, new float[values.length], 0), 128, kernels);
 * float[] outputs = pass.forward(inputs, 128, Mode.EVALUATION);
 * }</pre>
 */
package io.shopkeeper.ml.neural.layer;
