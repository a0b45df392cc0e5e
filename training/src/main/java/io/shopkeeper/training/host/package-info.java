/**
 * Starts a worker, listens to it and makes of whatever becomes of it a result or a reason in words.
 * Makes no threads: the caller's listens.
 *
 * <pre>{@code
 * var host = new WorkerHost(program, new WorkerLimits(4L << 30, 2));
 * Trained trained = host.train(trainerName, task, snapshot, "auto", folder, listener);
 * }</pre>
 */
package io.shopkeeper.training.host;
