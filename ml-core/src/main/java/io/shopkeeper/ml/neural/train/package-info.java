/**
 * Networks and how they are trained: mini-batches that are cut for the threads in a way that does
 * not depend on their number, epochs with curves, and an early end with the best weights.
 *
 * <pre>{@code
 * var network = new Network(List.of(new Dense(5, 32, Start.HE), …));
 * network.initialise(new SplittableRandom(42));
 * var learner = new Learner(network, rows, loss, plan);
 * new Epochs(plan, listener).run(network, work);
 * }</pre>
 */
package io.shopkeeper.ml.neural.train;
