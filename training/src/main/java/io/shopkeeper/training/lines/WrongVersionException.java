package io.shopkeeper.training.lines;

import java.io.IOException;

/** A file of a later or earlier version of the program. */
public final class WrongVersionException extends IOException {

  private static final long serialVersionUID = 1L;

  public WrongVersionException(String message) {
    super(message);
  }
}
