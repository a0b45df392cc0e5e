package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the shop is, in detail; for those who run it.
 *
 * @param health what decides whether it serves
 * @param notes what does not stop it, but wants somebody; empty if nothing does
 * @param compute the numeric kernels
 * @param worker where trainings run, and with what
 * @param libraries name to version
 */
public record SystemReport(
    HealthView health,
    List<Note> notes,
    Database database,
    Disk disk,
    Work work,
    List<LiveModel> models,
    Machine machine,
    ComputeView compute,
    WorkerView worker,
    Map<String, String> libraries) {

  /** What wants somebody. */
  public enum Note {
    /** A job has waited for ten minutes while none of its kind ran. */
    JOBS_WAIT,
    /** Jobs have failed since yesterday. */
    JOBS_FAILED,
    /** No recommendation model is live: answers are what sells best. */
    NO_MODEL,
    /** Less than a tenth of the disk is free. */
    DISK_NEARLY_FULL,
    /** More than nine tenths of the heap are in use. */
    MEMORY_NEARLY_FULL
  }

  /**
   * The database.
   *
   * @param product its name and version
   * @param driver likewise
   * @param schemaVersion the highest migration that ran
   * @param bytes what it takes on disk; -1 if that cannot be told
   * @param answersInMillis how long a small question took
   */
  public record Database(
      String product,
      String driver,
      String schemaVersion,
      int migrations,
      long bytes,
      double answersInMillis) {}

  /** The disk of the data folder. */
  public record Disk(String folder, long freeBytes, long totalBytes) {}

  /**
   * Jobs.
   *
   * @param failedLastDay that ended so within 24 hours
   * @param oldestWaitingSince null if none waits
   */
  public record Work(long waiting, long running, long failedLastDay, Instant oldestWaitingSince) {}

  /** A model that serves. */
  public record LiveModel(String name, int version, String algorithm, Instant since) {}

  /** What it runs on. */
  public record Machine(
      String java,
      String system,
      int cores,
      long heapUsedBytes,
      long heapMaxBytes,
      int threads,
      Instant startedAt) {}
}
