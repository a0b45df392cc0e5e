package io.shopkeeper.training;

/** A training ended without a model. The message is for the person who started it. */
public final class TrainingFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What it was. */
  public enum Kind {
    /** The data or an option does not fit: another try fails likewise. */
    UNFIT,
    /** The memory that the worker may use was not enough. */
    MEMORY,
    /** The worker could not be started. */
    NOT_STARTED,
    /** The worker was ended from outside, crashed, or fell silent: another try may succeed. */
    LOST,
    /** Anything else. */
    BROKEN
  }

  public TrainingFailedException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public TrainingFailedException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
