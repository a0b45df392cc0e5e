package io.shopkeeper.platform.boundary;

import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.platform.training.TrainingFolders;
import io.shopkeeper.platform.training.TrainingRunner;
import io.shopkeeper.platform.training.TrainingSettings;
import io.shopkeeper.platform.training.WorkerStation;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingFailedException;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;

/**
 * Runs trainings: in the server, or in a worker, a process of its own with limits of its own. A
 * snapshot of the data is written first; a job that is resumed or tried again goes on from it.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrainingExecutors {

  /** Part of a job's progress that writing the snapshot takes. */
  public static final double SNAPSHOT_PART = 0.1;

  /** What a job needs of the server's memory while a worker trains: a block of the snapshot. */
  public static final long BYTES_BESIDE_WORKER = 48L << 20;

  @Inject private Settings settings;
  @Inject private TrainingFolders folders;
  @Inject private TrainingRunner runner;
  @Inject private WorkerStation station;

  @PostConstruct
  void begin() {
    settings.offer(TrainingSettings.EXECUTOR, TrainingSettings.MEMORY, TrainingSettings.THREADS);
    folders.sweep();
    station.forgetOldPrograms();
  }

  /**
   * The snapshot that a job learns from: the one that it, or the job that it tries again, wrote
   * before, or a fresh one.
   *
   * @throws JobFailedException if the source says so, or the disk does not take it
   */
  public Snapshot snapshot(JobContext job, SnapshotSource source) throws JobFailedException {
    var place = folders.snapshot(job.origin());
    try {
      if (Snapshot.lies(place)) {
        job.log("goes on from the snapshot of the data that was written before");
        return Snapshot.open(place);
      }
      try (SnapshotWriter writer = SnapshotWriter.begin(place)) {
        source.write(writer);
        return writer.finish();
      }
    } catch (IOException problem) {
      folders.delete(folders.of(job.origin()));
      throw new JobFailedException(
          "The snapshot of the data could not be written or read: " + problem.getMessage(),
          problem);
    }
  }

  /**
   * Trains, and waits for it. What it says is told to the job.
   *
   * @throws JobFailedException with a reason for whoever started the job
   * @throws JobCancelledException if the job is to stop
   */
  public Trained train(JobContext job, TrainingPlan plan, Snapshot snapshot)
      throws JobFailedException {
    try {
      return runner.train(job, plan, snapshot);
    } catch (TrainingCancelledException stopped) {
      job.stopIfCancelled();
      throw new JobFailedException("The training was stopped.", stopped);
    } catch (TrainingFailedException failed) {
      if (failed.kind() == TrainingFailedException.Kind.UNFIT) {
        // The data are to be mended: the next try must see them anew.
        folders.delete(folders.of(job.origin()));
      }
      throw new JobFailedException(failed.getMessage(), failed);
    } catch (IOException problem) {
      throw new JobFailedException(
          "The training's files could not be written or read: " + problem.getMessage(), problem);
    }
  }

  /** Whether a training of that plan would run in a worker now. */
  public boolean inWorker(TrainingPlace wanted, boolean small) {
    return runner.inWorker(wanted, small);
  }

  /** The worker as it would be started now. */
  public WorkerView worker() {
    return station.view();
  }

  /** Starts a worker that does next to nothing: why that did not go well, empty if it did. */
  public Optional<String> selfTest() {
    return runner.selfTest();
  }
}
