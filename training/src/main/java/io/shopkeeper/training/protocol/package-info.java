/**
 * What the server and its worker say to each other.
 *
 * <p>The server writes {@link io.shopkeeper.training.protocol.TrainingOrder} into the worker's
 * folder and starts it. The worker says {@link io.shopkeeper.training.protocol.Message}s on its
 * standard output, each a line that begins with {@code @}, and at the end writes {@link
 * io.shopkeeper.training.protocol.ResultFolder} and says so. It stops when its standard input ends:
 * so it never outlives the server.
 *
 * <pre>{@code
 * new MessageReader(messages::add).take("@progress\t0.5\ttraining\n".getBytes(UTF_8), 23);
 * }</pre>
 */
package io.shopkeeper.training.protocol;
