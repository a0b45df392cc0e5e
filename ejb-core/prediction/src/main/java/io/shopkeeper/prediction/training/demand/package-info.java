/**
 * Sales into a snapshot, and the training of the model {@code demand-forecast}. The trainer is
 * plain Java and runs in the worker, too. Example: {@code
 * trainings.train(ShopModels.DEMAND_FORECAST, TrainingRequest.USUAL, by)}.
 */
package io.shopkeeper.prediction.training.demand;
