package io.shopkeeper.ml.velocity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of one kind of key, such as cards.
 *
 * @param kind its name, unique within a plan
 * @param windows lengths of the sliding windows, rising, at least one, each 1 ms or more
 * @param distinct names of other kinds or values of which different ones are counted in each window
 * @param labelDelay how long it takes until frauds are known: of windows that end so long before
 *     the moment (1 ms or more) the events and the known frauds are counted, too; empty for none
 */
public record KeyPlan(
    String kind, List<Duration> windows, List<String> distinct, Optional<Duration> labelDelay) {

  public KeyPlan {
    windows = List.copyOf(windows);
    distinct = List.copyOf(distinct);
    if (kind.isBlank()) {
      throw new IllegalArgumentException("a kind of key needs a name, but it is blank");
    }
    if (windows.isEmpty()) {
      throw new IllegalArgumentException(kind + " needs at least one window, but has none");
    }
    Duration before = Duration.ZERO;
    for (Duration window : windows) {
      if (window.toMillis() <= before.toMillis()) {
        throw new IllegalArgumentException(
            "windows of %s must rise from 1 ms on, but are %s".formatted(kind, windows));
      }
      before = window;
    }
    if (labelDelay.isPresent() && labelDelay.get().toMillis() < 1) {
      throw new IllegalArgumentException(
          "the label delay of %s must be 1 ms or more, but is %s"
              .formatted(kind, labelDelay.get()));
    }
  }

  /** Counts and sums only. */
  public static KeyPlan of(String kind, Duration... windows) {
    return new KeyPlan(kind, Arrays.asList(windows), List.of(), Optional.empty());
  }

  /** The same that also counts different ones of other kinds or values. */
  public KeyPlan withDistinct(String... names) {
    var all = new ArrayList<>(distinct);
    all.addAll(Arrays.asList(names));
    return new KeyPlan(kind, windows, all, labelDelay);
  }

  /** The same with the frauds that are known after a delay. */
  public KeyPlan withLabels(Duration delay) {
    return new KeyPlan(kind, windows, distinct, Optional.of(delay));
  }

  /** The longest window, with the delay of labels: nothing older is ever looked at. */
  Duration reach() {
    return windows.getLast().plus(labelDelay.orElse(Duration.ZERO));
  }
}
