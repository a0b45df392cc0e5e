package io.shopkeeper.ml.training;

/** A listener asked the training to stop. */
public final class TrainingCancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TrainingCancelledException() {
    super("The training was cancelled.");
  }
}
