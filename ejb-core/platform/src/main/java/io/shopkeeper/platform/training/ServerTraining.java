package io.shopkeeper.platform.training;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingFailedException;
import io.shopkeeper.training.TrainingFailedException.Kind;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;

/** Trains in the server, on the job's own thread. */
final class ServerTraining {

  private ServerTraining() {}

  static Trained train(
      Class<? extends Trainer> trainer,
      TrainingTask task,
      Snapshot snapshot,
      TrainingListener listener)
      throws TrainingFailedException, IOException {
    try {
      return make(trainer).train(task, snapshot, listener);
    } catch (IllegalArgumentException unfit) {
      throw new TrainingFailedException(Kind.UNFIT, unfit.getMessage(), unfit);
    }
  }

  private static Trainer make(Class<? extends Trainer> trainer) {
    try {
      return trainer.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(trainer + " cannot be made", closed);
    }
  }
}
