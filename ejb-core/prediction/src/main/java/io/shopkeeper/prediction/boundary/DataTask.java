package io.shopkeeper.prediction.boundary;

/** What is predicted. */
public enum DataTask {
  /** One of two classes. */
  BINARY,
  /** One of several classes. */
  MULTICLASS,
  /** A number. */
  REGRESSION
}
