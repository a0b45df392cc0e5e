/**
 * Sales into a snapshot, and the training of the model {@code demand-forecast}. The trainer is
 * plain Java and runs in the worker, too. Example: {@code jobs.submit(DemandJob.KIND, title,
 * parameters, by)}.
 */
package io.shopkeeper.prediction.training.demand;
