package io.shopkeeper.platform.backup;

/** A file is no backup, or not a whole one; the message says what is wrong. */
public final class DamagedBackupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DamagedBackupException(String message) {
    super(message);
  }
}
