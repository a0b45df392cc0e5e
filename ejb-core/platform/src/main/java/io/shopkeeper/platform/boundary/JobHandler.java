package io.shopkeeper.platform.boundary;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Does the work of one kind of job. A module registers its handlers with {@link Jobs#register} when
 * it starts.
 */
public interface JobHandler {

  /** The parameter of a job that the server started by itself, and why. */
  String TRIGGER = "trigger";

  /** The kind, such as {@code import}. */
  String kind();

  /** Whether a job that a crash interrupted may simply be run again. */
  boolean resumable();

  /** How people and schedules may start one; empty where it takes more than a name. */
  default Optional<JobOffer> offer() {
    return Optional.empty();
  }

  /** How often one is tried where it fails for the moment, see {@link JobTransientException}. */
  default int attempts() {
    return 3;
  }

  /** How long to wait after the n-th failure, counted from 1. */
  default Duration backOff(int failure) {
    return Duration.ofSeconds(Math.min(1800, 15L << Math.min(10, failure)));
  }

  /**
   * Memory that one will need beside what the shop uses anyway, as far as can be told before; 0 for
   * next to nothing.
   */
  default long memoryBytes(Map<String, String> parameters) {
    return 0;
  }

  /**
   * Does the work, outside any transaction, on a thread of the server.
   *
   * @throws JobFailedException with a reason for the person who started it
   */
  void run(JobContext job) throws JobFailedException;
}
