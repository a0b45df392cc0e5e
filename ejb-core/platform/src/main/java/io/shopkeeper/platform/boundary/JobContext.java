package io.shopkeeper.platform.boundary;

import io.shopkeeper.ml.training.TriedOptions;
import java.util.Map;

/** What a running job knows and tells. Safe for use by several threads of that job. */
public interface JobContext {

  /** The job's id. */
  long jobId();

  /** The first of the line of retries that this job ends; its own id where it retries none. */
  default long origin() {
    return jobId();
  }

  /** What it was submitted with. */
  Map<String, String> parameters();

  /** Who wants it. */
  default String requestedBy() {
    return parameters().getOrDefault("by", "system");
  }

  /** Whether a schedule or the server itself started it, so that nobody stands by. */
  default boolean unattended() {
    return parameters().containsKey(JobHandler.TRIGGER);
  }

  /** With how many threads it may compute, itself included; 1 or more. */
  default int threads() {
    return 1;
  }

  /**
   * Tells how far it is.
   *
   * @param fraction from 0 to 1
   * @param phase what is being done, in few words
   */
  void progress(double fraction, String phase);

  /** Adds a line to the job's log. */
  void log(String line);

  /**
   * Adds a point to a curve, which the job's page draws while the work goes on.
   *
   * @param curve its name, such as {@code loss}
   * @param step such as the epoch; grows
   */
  default void point(String curve, double step, double value) {
    // Who only counts has nothing to draw.
  }

  /** Adds options that a search has tried to a table, which the job's page shows. */
  default void tried(TriedOptions trial) {
    // Who only counts has no table.
  }

  /** Whether somebody wants it to stop. */
  boolean cancelled();

  /**
   * Ends the job where it is wanted.
   *
   * @throws JobCancelledException if so
   */
  void stopIfCancelled();
}
