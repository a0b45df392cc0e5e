package io.shopkeeper.training.host;

import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Notes what it hears; stops when a line of the log says so. */
final class Heard implements TrainingListener {

  final List<String> lines = new ArrayList<>();
  final List<String> points = new ArrayList<>();
  final List<String> phases = new ArrayList<>();
  private final Predicate<Heard> stop;

  Heard(Predicate<Heard> stop) {
    this.stop = stop;
  }

  Heard() {
    this(heard -> false);
  }

  /** The process that the trainer told. */
  Optional<Long> pid() {
    return lines.stream()
        .filter(line -> line.startsWith("pid "))
        .map(line -> Long.valueOf(line.substring(4)))
        .findFirst();
  }

  @Override
  public void progress(double fraction, String phase) {
    phases.add(phase);
  }

  @Override
  public void measured(String curve, int step, double value) {
    points.add("%s %d %.3f".formatted(curve, step, value));
  }

  @Override
  public void log(String line) {
    lines.add(line);
  }

  @Override
  public boolean cancelled() {
    return stop.test(this);
  }
}
