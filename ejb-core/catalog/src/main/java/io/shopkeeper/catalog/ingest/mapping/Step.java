package io.shopkeeper.catalog.ingest.mapping;

/** One change of a value. Safe for use by several threads. */
@FunctionalInterface
interface Step {

  /**
   * Changes a value that is not empty.
   *
   * @return the new value; empty for none
   */
  String apply(String value, RowValues row) throws StepFailedException;
}
