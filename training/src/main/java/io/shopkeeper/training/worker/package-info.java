/**
 * The program of the worker: one training in a Java of its own. Started by {@code host}, with the
 * folder that holds its order as its only argument; see {@code protocol} for what it says.
 *
 * <pre>{@code java -cp shopkeeper-worker.jar io.shopkeeper.training.worker.Worker FOLDER}</pre>
 */
package io.shopkeeper.training.worker;
