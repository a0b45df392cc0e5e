package io.shopkeeper.web.api;

import java.io.IOException;

/** A body is longer than allowed. */
public final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param most allowed bytes
   */
  public BodyTooLargeException(long most) {
    super("The body is longer than %,d bytes; send it in smaller parts.".formatted(most));
  }
}
