package io.shopkeeper.platform.boundary;

import jakarta.ejb.ApplicationException;

/** Ends a job that somebody cancelled. */
@ApplicationException(rollback = true)
public class JobCancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JobCancelledException(long jobId) {
    super("Job " + jobId + " was cancelled.");
  }
}
