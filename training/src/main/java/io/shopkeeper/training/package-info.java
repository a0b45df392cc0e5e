/**
 * Trainings as they are started and run: a {@link io.shopkeeper.training.Trainer} takes a snapshot
 * of the shop's data and gives an artefact with what was measured. It runs in the server, or in a
 * worker: a Java of its own, whose memory and whose crashes the shop does not feel. Plain Java;
 * uses {@code ml-core} only.
 *
 * <p>{@code lines}: texts of fields. {@code snapshot}: tables on disk. {@code protocol}: what
 * server and worker say to each other. {@code worker}: the program at the other end. {@code host}:
 * starts it and listens.
 *
 * <pre>{@code
 * Trained trained = new RecommendationTrainer().train(task, Snapshot.open(folder), listener);
 * }</pre>
 */
package io.shopkeeper.training;
