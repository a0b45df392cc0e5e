package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.DriftEntry;
import io.shopkeeper.platform.registry.DriftStore;
import io.shopkeeper.platform.registry.ModelStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was measured of drift, kept for {@value #KEPT_DAYS} days. */
@Stateless
public class DriftLedger {

  private static final int KEPT_DAYS = 90;
  private static final int MOST = 1000;

  @Inject private DriftStore store;
  @Inject private ModelStore models;
  @Inject private Clock clock;

  /**
   * Whether it is the caller's turn to measure; no other server has one before the caller's
   * transaction ends.
   *
   * @param pause from one measure to the next
   */
  public boolean turn(String model, Duration pause) {
    models.lock(model);
    return store.newest(model, 1).stream()
        .noneMatch(entry -> entry.view().at().plus(pause).isAfter(clock.instant()));
  }

  /** Keeps a measure, and forgets those that are too old. */
  public DriftMeasure note(DriftMeasure measure) {
    Instant oldest = clock.instant().minus(Duration.ofDays(KEPT_DAYS));
    store.forget(oldest);
    store.add(new DriftEntry(measure));
    return measure;
  }

  /** The last measures of a model, newest first. */
  public List<DriftMeasure> of(String model, int n) {
    return store.newest(model, Math.clamp(n, 1, MOST)).stream().map(DriftEntry::view).toList();
  }
}
