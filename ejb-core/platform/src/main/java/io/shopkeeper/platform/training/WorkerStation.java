package io.shopkeeper.platform.training;

import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.TrainingPlace;
import io.shopkeeper.platform.boundary.WorkerView;
import io.shopkeeper.training.host.MachineMemory;
import io.shopkeeper.training.host.WorkerLimits;
import io.shopkeeper.training.host.WorkerProgram;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a worker is started with: its program, and its limits as the settings say. */
@ApplicationScoped
public class WorkerStation {

  private static final System.Logger LOG = System.getLogger(WorkerStation.class.getName());
  private static final int MEGABYTE = 20;

  @Inject private Settings settings;
  @Inject private TrainingFolders folders;
  @Inject private WorkerJar jar;

  /**
   * The program, unpacked where it is not yet.
   *
   * @return empty where the application brings none
   * @throws IOException if the disk does not take it
   */
  Optional<WorkerProgram> program() throws IOException {
    return jar.unpacked(folders.root())
        .map(unpacked -> WorkerProgram.ofThisJava(List.of(unpacked)));
  }

  /**
   * What it may use.
   *
   * @param threadsOfJob that the job was given; the setting counts before
   */
  WorkerLimits limits(int threadsOfJob) {
    return new WorkerLimits(
        memoryBytes(),
        settings.number(TrainingSettings.THREADS).map(Math::toIntExact).orElse(threadsOfJob));
  }

  /** Where trainings run where nobody says more. */
  TrainingPlace place() {
    return TrainingPlace.find(settings.text(TrainingSettings.EXECUTOR)).orElse(TrainingPlace.AUTO);
  }

  private long memoryBytes() {
    return settings
        .number(TrainingSettings.MEMORY)
        .map(megabytes -> megabytes << MEGABYTE)
        .orElseGet(() -> MachineMemory.usual(Runtime.getRuntime().maxMemory()));
  }

  /** As it would be started now. */
  public WorkerView view() {
    WorkerLimits limits = limits(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    WorkerProgram program = WorkerProgram.ofThisJava(List.<Path>of());
    String problem = problem(program, limits);
    return new WorkerView(
        problem.isEmpty(),
        problem,
        place(),
        program.java().toString(),
        limits.memoryBytes(),
        MachineMemory.available().orElse(-1),
        limits.threads(),
        program.nice().isPresent());
  }

  private String problem(WorkerProgram program, WorkerLimits limits) {
    if (!jar.present()) {
      return "this build does not bring the worker's program";
    }
    long available = MachineMemory.available().orElse(Long.MAX_VALUE);
    return program
        .fault()
        .orElseGet(
            () ->
                available < MachineMemory.LEAST && available < limits.memoryBytes()
                    ? "only %,d MB of the machine's memory are free"
                        .formatted(available >> MEGABYTE)
                    : "");
  }

  /** Throws programs of earlier deliveries away. */
  public void forgetOldPrograms() {
    try {
      jar.forgetOthers(folders.root());
    } catch (IOException problem) {
      LOG.log(System.Logger.Level.WARNING, "SHOP-0041 old workers cannot be deleted", problem);
    }
  }
}
