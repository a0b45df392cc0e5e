package io.shopkeeper.fraud.notice;

/** A message was not taken; says why, for people. */
final class NotTakenException extends Exception {

  private static final long serialVersionUID = 1L;

  NotTakenException(String message) {
    super(message);
  }

  NotTakenException(String message, Throwable cause) {
    super(message, cause);
  }
}
