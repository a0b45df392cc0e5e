package io.shopkeeper.ml.training;

/** Hears how far a training is, and can stop it. Called from the training's own threads. */
public interface TrainingListener {

  /** Hears nothing and never stops. */
  TrainingListener SILENT =
      new TrainingListener() {
        @Override
        public void progress(double fraction, String phase) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Hears of progress.
   *
   * @param fraction from 0 to 1
   * @param phase what is being done
   */
  void progress(double fraction, String phase);

  /**
   * Hears a point of a curve, such as a loss after an epoch.
   *
   * @param curve such as {@code loss train}, {@code loss validation}
   * @param step epoch, iteration or tree, rising
   */
  default void measured(String curve, int step, double value) {}

  /**
   * Hears a sentence for whoever reads the training's log.
   *
   * @param line one line, in English
   */
  default void log(String line) {}

  /** Hears of options that were tried, where a search chooses them. */
  default void tried(TriedOptions trial) {}

  /** Whether the training should stop; it then throws {@link TrainingCancelledException}. */
  boolean cancelled();

  /**
   * Stops the training where that is wanted.
   *
   * @throws TrainingCancelledException if so
   */
  default void stopIfCancelled() {
    if (cancelled()) {
      throw new TrainingCancelledException();
    }
  }
}
