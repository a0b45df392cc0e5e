package io.shopkeeper.catalog.ingest.mapping;

/** A value cannot be changed as a step says; the message goes behind the name of the field. */
final class StepFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  StepFailedException(String message) {
    super(message);
  }
}
