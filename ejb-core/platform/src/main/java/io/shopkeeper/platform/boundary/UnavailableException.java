package io.shopkeeper.platform.boundary;

import jakarta.ejb.ApplicationException;

/** Something cannot be done now and can be done later; REST answers it with 503. */
@ApplicationException(rollback = true)
public class UnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With a message for the caller.
   *
   * @param message what cannot be done, why, and when it can be tried again
   */
  public UnavailableException(String message) {
    super(message);
  }

  /** The same with what it came from. */
  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
