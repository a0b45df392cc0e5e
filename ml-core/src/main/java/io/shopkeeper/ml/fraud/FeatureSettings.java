package io.shopkeeper.ml.fraud;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How features of transactions are made.
 *
 * @param windows of the velocities, rising; those as long as the table or longer are left out, but
 *     for one
 * @param labelDelay how long it takes until a fraud is known: from then on it counts in the
 *     velocities of its keys; empty if frauds are not looked at
 * @param mostKeys so many columns of ids have velocities, those first that are told first
 */
public record FeatureSettings(List<Duration> windows, Optional<Duration> labelDelay, int mostKeys) {

  /** An hour, a day, a week, 30 days. */
  public static final List<Duration> USUAL_WINDOWS =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

  private static final int USUAL_KEYS = 10;

  public FeatureSettings {
    windows = List.copyOf(windows);
    if (windows.isEmpty() || mostKeys < 0) {
      throw new IllegalArgumentException(
          "features need a window, and keys of 0 or more, but have %s and %d"
              .formatted(windows, mostKeys));
    }
  }

  /** The usual ones. */
  public static FeatureSettings usual(Optional<Duration> labelDelay) {
    return new FeatureSettings(USUAL_WINDOWS, labelDelay, USUAL_KEYS);
  }
}
