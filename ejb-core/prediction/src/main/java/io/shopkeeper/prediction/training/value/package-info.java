/**
 * Training of the model {@code customer-value}: purchases of the shop into a snapshot, held out by
 * time, learnt from, registered. The trainer is plain Java: it runs in the server or in the worker.
 */
package io.shopkeeper.prediction.training.value;
