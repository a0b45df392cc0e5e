package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.Settings;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/** Takes the first so many answers of each minute. Safe for several threads. */
public final class FeatureSample {

  private static final long MINUTE = 60_000;

  private final Settings settings;
  private final Clock clock;
  private final AtomicReference<Taken> taken = new AtomicReference<>(new Taken(0, 0));

  /** How many were taken in a minute. */
  private record Taken(long minute, long answers) {

    Taken oneMoreIn(long now) {
      return now == minute ? new Taken(minute, answers + 1) : new Taken(now, 1);
    }
  }

  /** As many as {@link FeatureLog#PER_MINUTE} says. */
  FeatureSample(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes one more answer, if it may; whether it did. */
  public boolean takes() {
    long most = settings.number(FeatureLog.PER_MINUTE).orElse(0L);
    if (most == 0) {
      return false;
    }
    long now = clock.millis() / MINUTE;
    Taken known = taken.get();
    if (known.minute() == now && known.answers() >= most) {
      return false;
    }
    return taken.updateAndGet(before -> before.oneMoreIn(now)).answers() <= most;
  }
}
