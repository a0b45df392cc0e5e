/**
 * Neural networks of our own in single precision: layers that go forward and back on mini-batches,
 * losses, optimisers and training, and what is made of them: a network for tables, a classifier of
 * images, and one that follows what somebody did.
 *
 * <p>All are repeatable: the same seed gives the same bytes on any number of threads. For that they
 * compute by {@link io.shopkeeper.ml.kernel.KernelBackends#steady}, whose choice depends on no
 * timing, and the sums of a mini-batch are cut in a way that does not know the threads.
 *
 * <pre>{@code
 * TableModel model = new Mlp().train(data, options, 42, listener);
 * }</pre>
 */
package io.shopkeeper.ml.neural;
