package io.shopkeeper.cli.evaluate;

/** An option's value cannot be used: exit status 2. */
final class WrongUsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongUsageException(String message) {
    super(message);
  }
}
