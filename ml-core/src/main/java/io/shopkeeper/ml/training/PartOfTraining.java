package io.shopkeeper.ml.training;

/**
 * Hears of a training that is a part of something larger, such as a fold or a trial: its progress
 * becomes that of the whole. Cancelling the whole stops it.
 */
public final class PartOfTraining implements TrainingListener {

  private final TrainingListener whole;
  private final double from;
  private final double to;
  private final String name;
  private final boolean curves;

  private PartOfTraining(
      TrainingListener whole, double from, double to, String name, boolean curves) {
    this.whole = whole;
    this.from = from;
    this.to = to;
    this.name = name;
    this.curves = curves;
  }

  /**
   * A part whose curves and log are nobody's.
   *
   * @param whole what the part belongs to
   * @param from the whole's progress where the part begins, 0 to 1
   * @param to the whole's progress where the part ends
   * @param name of the part, such as "fold 2 of 5"
   */
  public static PartOfTraining of(TrainingListener whole, double from, double to, String name) {
    return new PartOfTraining(whole, from, to, name, false);
  }

  /** Part {@code place} of {@code count} equal ones, whose curves and log are nobody's. */
  public static PartOfTraining of(TrainingListener whole, int place, int count, String what) {
    return of(
        whole,
        (double) place / count,
        (place + 1.0) / count,
        "%s %d of %d".formatted(what, place + 1, count));
  }

  /** The last part, whose curves and log are those of the whole. */
  public static PartOfTraining last(TrainingListener whole, double from) {
    return new PartOfTraining(whole, from, 1, "", true);
  }

  @Override
  public void progress(double fraction, String phase) {
    whole.progress(from + fraction * (to - from), name.isEmpty() ? phase : name + ": " + phase);
  }

  @Override
  public void measured(String curve, int step, double value) {
    if (curves) {
      whole.measured(curve, step, value);
    }
  }

  @Override
  public void log(String line) {
    if (curves) {
      whole.log(line);
    }
  }

  @Override
  public void tried(TriedOptions trial) {
    if (curves) {
      whole.tried(trial);
    }
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }
}
