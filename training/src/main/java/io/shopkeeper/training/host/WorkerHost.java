package io.shopkeeper.training.host;

import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingFailedException;
import io.shopkeeper.training.TrainingFailedException.Kind;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.protocol.ResultFolder;
import io.shopkeeper.training.protocol.TrainingOrder;
import io.shopkeeper.training.snapshot.Folders;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets workers train, each in a process and a folder of its own. Safe for use by several threads.
 */
public final class WorkerHost {

  private final WorkerProgram program;
  private final WorkerLimits limits;

  public WorkerHost(WorkerProgram program, WorkerLimits limits) {
    this.program = program;
    this.limits = limits;
  }

  /**
   * Trains in a worker and waits for it. Whatever becomes of it, no process and no folder is left.
   *
   * @param trainer the name of a class that the worker has
   * @param backend of the kernels, one of {@code KernelBackends.CHOICES}
   * @param folder the worker's own; what lies there is thrown away
   * @param listener hears what the worker says; asked several times a second whether to stop
   * @throws TrainingFailedException with a reason for people
   * @throws TrainingCancelledException if the listener wanted it to stop
   * @throws IOException if the folder cannot be written
   */
  public Trained train(
      String trainer,
      TrainingTask task,
      Snapshot snapshot,
      String backend,
      Path folder,
      TrainingListener listener)
      throws TrainingFailedException, IOException {
    Folders.delete(folder);
    try {
      Folders.create(folder.resolve(WorkerCommand.TEMPORARY));
      new TrainingOrder(
              trainer,
              task,
              snapshot.folder().toAbsolutePath(),
              limits.threads(),
              backend,
              ProcessHandle.current().pid())
          .write(folder);
      return listen(folder, listener);
    } finally {
      Folders.delete(folder);
    }
  }

  private Trained listen(Path folder, TrainingListener listener)
      throws TrainingFailedException, IOException {
    WorkerTalk.Ending ending = new WorkerTalk(start(folder), limits, listener).untilItEnds();
    if (ending.stopped()) {
      throw new TrainingCancelledException();
    }
    if (ending.resultSha256().isPresent()) {
      return withPeak(ResultFolder.read(folder, ending.resultSha256().get()), ending);
    }
    throw new Obituary(limits, folder).of(ending, listener);
  }

  private Process start(Path folder) throws TrainingFailedException {
    String fault = program.fault().orElse(null);
    if (fault != null) {
      throw new TrainingFailedException(
          Kind.NOT_STARTED, "No worker can be started: " + fault + ".");
    }
    try {
      return WorkerCommand.start(program, limits, folder);
    } catch (IOException refused) {
      throw new TrainingFailedException(
          Kind.NOT_STARTED, "No worker can be started: " + refused.getMessage(), refused);
    }
  }

  private Trained withPeak(Trained trained, WorkerTalk.Ending ending) {
    Map<String, String> facts = new LinkedHashMap<>(trained.facts());
    facts.put("workerMemoryMb", Long.toString(limits.megabytes()));
    facts.put("workerPeakMb", Long.toString(ending.peakBytes() >> 20));
    return new Trained(
        trained.artefact(),
        trained.options(),
        trained.metrics(),
        trained.standardErrors(),
        trained.curves(),
        facts,
        trained.files());
  }
}
