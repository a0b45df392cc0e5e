package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Which answers are logged with what ranking knew of their products: the first so many of each
 * minute. A small shop logs all of them, a busy one a sample, and neither time nor disk goes beyond
 * what the shop has set. A list of ten takes 800 bytes.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FeatureLog {

  /** Answers of each minute at most, on each server; 0 for none. */
  static final SettingDefinition PER_MINUTE =
      SettingDefinition.number("recommendation.feature-log", 0, 60_000, 60)
          .ownedBy(FeatureLog.class);

  private static final long MINUTE = 60_000;

  @Inject private Settings settings;
  @Inject private Clock clock;

  private final AtomicReference<Taken> taken = new AtomicReference<>(new Taken(0, 0));

  /** How many were taken in a minute. */
  private record Taken(long minute, long answers) {

    Taken oneMoreIn(long now) {
      return now == minute ? new Taken(minute, answers + 1) : new Taken(now, 1);
    }
  }

  /** Takes one more answer, if it may; whether it did. */
  public boolean takes() {
    long most = settings.number(PER_MINUTE).orElse(0L);
    if (most == 0) {
      return false;
    }
    long now = clock.millis() / MINUTE;
    Taken after = taken.updateAndGet(before -> before.oneMoreIn(now));
    return after.answers() <= most;
  }
}
