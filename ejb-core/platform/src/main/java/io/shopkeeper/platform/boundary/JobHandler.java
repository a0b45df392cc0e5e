package io.shopkeeper.platform.boundary;

/**
 * Does the work of one kind of job. A module registers its handlers with {@link Jobs#register} when
 * it starts.
 */
public interface JobHandler {

  /** The kind, such as {@code import}. */
  String kind();

  /** Whether a job that a crash interrupted may simply be run again. */
  boolean resumable();

  /**
   * Does the work, outside any transaction, on a thread of the server.
   *
   * @throws JobFailedException with a reason for the person who started it
   */
  void run(JobContext job) throws JobFailedException;
}
