package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.training.TriedOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hears one part of a training and passes it on as such; keeps its curves. */
final class Part implements TrainingListener {

  private final TrainingListener whole;
  private final double from;
  private final double to;
  private final String phase;
  private final String suffix;
  private final Map<String, List<Double>> curves = new LinkedHashMap<>();

  /**
   * A part of the progress.
   *
   * @param phase what it is called
   * @param suffix behind the names of its curves, so that those of several parts are not mixed up
   */
  Part(TrainingListener whole, double from, double to, String phase, String suffix) {
    this.whole = whole;
    this.from = from;
    this.to = to;
    this.phase = phase;
    this.suffix = suffix;
  }

  /** The part of one fold of several, whose curves are nobody's. */
  TrainingListener fold(int place, int count) {
    return PartOfTraining.of(this, place, count, "fold");
  }

  /** Of which only the wish to stop is heard. */
  static TrainingListener quiet(TrainingListener whole) {
    return new TrainingListener() {
      @Override
      public void progress(double fraction, String step) {}

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }
    };
  }

  @Override
  public void progress(double fraction, String step) {
    whole.progress(from + (to - from) * fraction, within(step));
  }

  /** Which fold or trial it is in, where there are several. */
  private String within(String step) {
    int end = step.indexOf(": ");
    return end > 0 && step.matches("(fold|trial) \\d.*")
        ? phase + ", " + step.substring(0, end)
        : phase;
  }

  @Override
  public void measured(String curve, int step, double value) {
    curves.computeIfAbsent(curve, added -> new ArrayList<>()).add(value);
    whole.measured(curve + suffix, step, value);
  }

  /** A point of a curve of its own, under its plain name. */
  void found(String curve, int step, double value) {
    whole.measured(curve, step, value);
  }

  @Override
  public void tried(TriedOptions trial) {
    whole.tried(trial);
  }

  @Override
  public void log(String line) {
    whole.log(line);
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }

  /** A value for each step, by name. */
  Map<String, List<Double>> curves() {
    return curves;
  }
}
