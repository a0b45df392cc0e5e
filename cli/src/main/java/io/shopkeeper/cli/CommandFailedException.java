package io.shopkeeper.cli;

/** A command cannot do its work; the message says what happened and what to do about it. */
public final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CommandFailedException(String message) {
    super(message);
  }

  public CommandFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
