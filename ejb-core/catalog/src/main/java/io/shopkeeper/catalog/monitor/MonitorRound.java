package io.shopkeeper.catalog.monitor;

import io.shopkeeper.catalog.entity.QualityAlert;
import io.shopkeeper.catalog.entity.QualityClock;
import io.shopkeeper.catalog.entity.QualityMeasure;
import io.shopkeeper.catalog.entity.QualityMonitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One look at all monitors within the caller's transaction. One server at a time. */
public final class MonitorRound {

  private static final Duration PAUSE = Duration.ofMinutes(14);
  private static final Duration KEPT = Duration.ofDays(90);

  private final MonitorStore store;
  private final Measures measures;
  private final Clock clock;

  public MonitorRound(MonitorStore store, Measures measures, Clock clock) {
    this.store = store;
    this.measures = measures;
    this.clock = clock;
  }

  /**
   * Measures, unless another server just did.
   *
   * @return the monitors that raised an alert in this round
   */
  public List<QualityMonitor> runIfDue() {
    QualityClock turn = store.lockClock();
    return turn.due(clock.instant(), PAUSE) ? run(turn) : List.of();
  }

  /**
   * Measures now.
   *
   * @return the monitors that raised an alert in this round
   */
  public List<QualityMonitor> run() {
    return run(store.lockClock());
  }

  private List<QualityMonitor> run(QualityClock turn) {
    List<QualityMonitor> alerted = new ArrayList<>();
    Instant now = clock.instant();
    turn.ran(now);
    store.forget(now.minus(KEPT));
    for (QualityMonitor monitor : store.monitors()) {
      Optional<Measure> measure = monitor.on() ? measures.of(monitor, now) : Optional.empty();
      measure.ifPresent(found -> store.add(new QualityMeasure(monitor.id(), found.value(), now)));
      if (settle(monitor, measure, now)) {
        alerted.add(monitor);
      }
    }
    return alerted;
  }

  /** Whether it raised an alert. Where there is nothing to measure an alert stays as it is. */
  private boolean settle(QualityMonitor monitor, Optional<Measure> measure, Instant now) {
    boolean breached =
        measure
            .filter(found -> monitor.type().breached(found.value(), monitor.threshold()))
            .isPresent();
    Optional<QualityAlert> alert = store.unresolved(monitor.id());
    if (breached && alert.isPresent()) {
      alert.get().seen(monitor, measure.get().value(), measure.get().evidence());
    } else if (breached) {
      store.add(new QualityAlert(monitor, measure.get().value(), measure.get().evidence(), now));
    } else if (measure.isPresent() || !monitor.on()) {
      alert.ifPresent(open -> open.resolve(now));
    }
    return breached && alert.isEmpty();
  }
}
