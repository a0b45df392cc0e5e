package io.shopkeeper.training;

import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;

/**
 * Makes a model of a snapshot, and measures it. Implementations are public, have a public
 * constructor without parameters and no state: the worker makes one by its name. They know the
 * snapshot and {@code ml-core}, no server.
 */
public interface Trainer {

  /**
   * Learns. The same task and snapshot give the same artefact, wherever it runs.
   *
   * @param listener hears of progress, curves and lines for the log, and can stop it
   * @throws IllegalArgumentException if an option or the data does not fit; says what to change
   * @throws TrainingCancelledException if the listener wants it to stop
   * @throws IOException if the snapshot cannot be read
   */
  Trained train(TrainingTask task, Snapshot data, TrainingListener listener) throws IOException;
}
