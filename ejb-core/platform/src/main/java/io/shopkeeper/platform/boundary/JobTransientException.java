package io.shopkeeper.platform.boundary;

/**
 * The job cannot be done just now, but perhaps soon: another machine does not answer, a disk is
 * busy. It is tried again after a while, as often as {@link JobHandler#attempts} allows.
 */
public class JobTransientException extends JobFailedException {

  private static final long serialVersionUID = 1L;

  public JobTransientException(String message) {
    super(message);
  }

  public JobTransientException(String message, Throwable cause) {
    super(message, cause);
  }
}
