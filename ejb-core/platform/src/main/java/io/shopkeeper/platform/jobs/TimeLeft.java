package io.shopkeeper.platform.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * About how long a job will take: from its own pace once it has done a part of its work, before
 * that from the jobs of its kind that went before.
 */
final class TimeLeft {

  private static final double ENOUGH_DONE = 0.05;
  private static final Duration ENOUGH_SEEN = Duration.ofSeconds(3);

  private TimeLeft() {}

  /**
   * The estimate; empty where nothing is known.
   *
   * @param fraction done, from 0 to 1
   * @param elapsed since it started
   * @param before how long others of its kind took
   */
  static Optional<Duration> of(double fraction, Duration elapsed, List<Duration> before) {
    Optional<Duration> usual = median(before).map(whole -> atLeastZero(whole.minus(elapsed)));
    if (fraction >= ENOUGH_DONE && elapsed.compareTo(ENOUGH_SEEN) >= 0) {
      Duration byPace =
          Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - fraction) / fraction));
      // The further it is, the more its own pace counts.
      return Optional.of(
          usual
              .map(
                  others ->
                      Duration.ofMillis(
                          Math.round(
                              fraction * byPace.toMillis() + (1 - fraction) * others.toMillis())))
              .orElse(byPace));
    }
    return usual;
  }

  private static Optional<Duration> median(List<Duration> durations) {
    return durations.isEmpty()
        ? Optional.empty()
        : Optional.of(durations.stream().sorted().toList().get(durations.size() / 2));
  }

  private static Duration atLeastZero(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
