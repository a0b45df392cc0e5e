package io.shopkeeper.platform.training;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingPlace;
import io.shopkeeper.platform.boundary.TrainingPlan;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingFailedException;
import io.shopkeeper.training.TrainingFailedException.Kind;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.host.WorkerHost;
import io.shopkeeper.training.host.WorkerLimits;
import io.shopkeeper.training.host.WorkerProgram;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.worker.SelfTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Chooses where a training runs, and runs it there. */
@ApplicationScoped
public class TrainingRunner {

  private static final int MEGABYTE = 20;

  /** Of the server's heap; the rest is the shop's. */
  private static final double PART_OF_HEAP = 0.6;

  private static final long SELF_TEST = -1;

  @Inject private Settings settings;
  @Inject private WorkerStation station;
  @Inject private TrainingFolders folders;

  /** Whether a training would run in a worker now. */
  public boolean inWorker(TrainingPlace wanted, boolean small) {
    return switch (wanted == TrainingPlace.AUTO ? station.place() : wanted) {
      case SERVER -> false;
      case WORKER -> true;
      case AUTO -> !small && station.view().usable();
    };
  }

  /** Trains and waits for it. */
  public Trained train(JobContext job, TrainingPlan plan, Snapshot snapshot)
      throws TrainingFailedException, IOException {
    var ear = new JobEar(job, TrainingExecutors.SNAPSHOT_PART, 0.95);
    if (inWorker(plan.place(), plan.small())) {
      return inWorker(job, plan, snapshot, ear);
    }
    require(plan.neededBytes(), (long) (Runtime.getRuntime().maxMemory() * PART_OF_HEAP), "server");
    job.log("trains in the server with %d threads".formatted(job.threads()));
    return ServerTraining.train(plan.trainer(), plan.task(), snapshot, ear);
  }

  private Trained inWorker(
      JobContext job, TrainingPlan plan, Snapshot snapshot, TrainingListener ear)
      throws TrainingFailedException, IOException {
    WorkerProgram program =
        station
            .program()
            .orElseThrow(
                () ->
                    new TrainingFailedException(
                        Kind.NOT_STARTED,
                        "This build does not bring the worker's program. Let trainings run in the"
                            + " server (training.executor)."));
    WorkerLimits limits = station.limits(job.threads());
    require(plan.neededBytes(), limits.memoryBytes(), "worker");
    job.log(
        "trains in a worker with %d threads and up to %,d MB"
            .formatted(limits.threads(), limits.megabytes()));
    return new WorkerHost(program, limits)
        .train(
            plan.trainer().getName(),
            plan.task(),
            snapshot,
            backend(),
            folders.worker(job.origin()),
            ear);
  }

  private static void require(long needed, long given, String place)
      throws TrainingFailedException {
    if (needed > given) {
      throw new TrainingFailedException(
          Kind.MEMORY,
          ("This training needs about %,d MB of memory, and the %s may use %,d MB for it. %s, or"
                  + " train on less data or with smaller options.")
              .formatted(
                  needed >> MEGABYTE,
                  place,
                  given >> MEGABYTE,
                  place.equals("worker")
                      ? "Raise the setting training.memory (SHOPKEEPER_TRAINING_MEMORY)"
                      : "Let it run in a worker (training.executor)"));
    }
  }

  private String backend() {
    return settings
        .find("compute.backend")
        .filter(KernelBackends.CHOICES::contains)
        .orElse(KernelBackends.CHOICES.getFirst());
  }

  /** Starts a worker that does next to nothing. */
  public Optional<String> selfTest() {
    try (SnapshotWriter writer = SnapshotWriter.begin(folders.snapshot(SELF_TEST))) {
      Optional<WorkerProgram> program = station.program();
      if (program.isEmpty()) {
        return Optional.of(station.view().problem());
      }
      new WorkerHost(program.get(), station.limits(1))
          .train(
              SelfTest.class.getName(),
              new TrainingTask("self-test", Map.of(), 0, Map.of()),
              writer.finish(),
              backend(),
              folders.worker(SELF_TEST),
              TrainingListener.SILENT);
      return Optional.empty();
    } catch (TrainingFailedException | IOException problem) {
      return Optional.of(problem.getMessage());
    } finally {
      folders.delete(folders.of(SELF_TEST));
    }
  }
}
