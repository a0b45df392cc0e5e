package io.shopkeeper.catalog.ingest;

/** A file cannot be read as rows; the message says where and how to mend it. */
public final class FileUnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  public FileUnreadableException(String message) {
    super(message);
  }

  public FileUnreadableException(String message, Throwable cause) {
    super(message, cause);
  }
}
