package io.shopkeeper.platform.boundary;

import jakarta.ejb.ApplicationException;

/** The act does not fit the present state; the message says which and what can be done. */
@ApplicationException(rollback = true)
public class ConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConflictException(String message) {
    super(message);
  }
}
