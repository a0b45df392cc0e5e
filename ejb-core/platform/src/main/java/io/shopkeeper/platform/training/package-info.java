/**
 * Where trainings run: in the server, or in a worker that this package unpacks, starts and clears
 * up after. Others use {@link io.shopkeeper.platform.boundary.TrainingExecutors}.
 *
 * <pre>{@code
 * Trained trained = executors.train(job, plan, writer -> write(events, writer));
 * }</pre>
 */
package io.shopkeeper.platform.training;
