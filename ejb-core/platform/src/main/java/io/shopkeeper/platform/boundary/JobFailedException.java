package io.shopkeeper.platform.boundary;

/** The job cannot be done; the message is shown to whoever started it. */
public class JobFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  public JobFailedException(String message) {
    super(message);
  }

  public JobFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
