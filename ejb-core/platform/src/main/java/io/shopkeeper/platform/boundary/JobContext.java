package io.shopkeeper.platform.boundary;

import java.util.Map;

/** What a running job knows and tells. Safe for use by several threads of that job. */
public interface JobContext {

  /** The job's id. */
  long jobId();

  /** What it was submitted with. */
  Map<String, String> parameters();

  /**
   * Tells how far it is.
   *
   * @param fraction from 0 to 1
   * @param phase what is being done, in few words
   */
  void progress(double fraction, String phase);

  /** Adds a line to the job's log. */
  void log(String line);

  /** Whether somebody wants it to stop. */
  boolean cancelled();

  /**
   * Ends the job where it is wanted.
   *
   * @throws JobCancelledException if so
   */
  void stopIfCancelled();
}
