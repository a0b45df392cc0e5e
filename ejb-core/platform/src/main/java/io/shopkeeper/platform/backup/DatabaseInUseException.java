package io.shopkeeper.platform.backup;

/** A backup is not restored over what is there. */
public final class DatabaseInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseInUseException(String message) {
    super(message);
  }
}
