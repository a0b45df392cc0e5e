package io.shopkeeper.training.worker;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Learns nothing, and says what would compute: shows that a worker can be started. */
public final class SelfTest implements Trainer {

  @Override
  public Trained train(TrainingTask task, Snapshot data, TrainingListener listener) {
    String backend = KernelBackends.current().kernels().name();
    return new Trained(
        backend.getBytes(StandardCharsets.UTF_8),
        task.options(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of("backend", backend),
        Map.of());
  }
}
