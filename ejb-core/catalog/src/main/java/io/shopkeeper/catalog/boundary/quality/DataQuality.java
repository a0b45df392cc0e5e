package io.shopkeeper.catalog.boundary.quality;

import io.shopkeeper.catalog.entity.QualityAlert;
import io.shopkeeper.catalog.entity.QualityMonitor;
import io.shopkeeper.catalog.monitor.Evaluation;
import io.shopkeeper.catalog.monitor.MonitorStore;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Watches the shop's data. */
@Stateless
public class DataQuality {

  private static final int POINTS = 60;
  private static final double HIGHEST = 100_000;

  @Inject private MonitorStore store;
  @Inject private Evaluation evaluation;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** All monitors with their last values, by kind. */
  public List<MonitorView> monitors() {
    return store.monitors().stream()
        .map(
            monitor ->
                monitor.view(
                    store.points(monitor.id(), POINTS),
                    store.unresolved(monitor.id()).map(alert -> alert.view(monitor)).orElse(null)))
        .toList();
  }

  /** Alerts, newest first. */
  public List<AlertView> alerts(int n) {
    return store.alerts(Math.clamp(n, 1, 500)).stream().map(this::view).toList();
  }

  private AlertView view(QualityAlert alert) {
    return alert.view(require(alert.monitorId()));
  }

  /** How many alerts nobody has looked at yet. */
  public long openAlerts() {
    return store.countOpen();
  }

  /**
   * Says that somebody looks after an alert.
   *
   * @throws NotFoundException if there is no such alert
   * @throws ConflictException if it is resolved
   */
  public void acknowledge(long alertId, String by) {
    QualityAlert alert =
        store
            .findAlert(alertId)
            .orElseThrow(() -> new NotFoundException("alert", Long.toString(alertId)));
    if (alert.state() == AlertState.RESOLVED) {
      throw new ConflictException("The alert is resolved already.");
    }
    alert.acknowledge(by, clock.instant());
    audit.record(by, "quality.acknowledge", require(alert.monitorId()).name(), "alert " + alertId);
  }

  /**
   * Changes a monitor.
   *
   * @throws NotFoundException if there is no such monitor
   * @throws InvalidInputException if the threshold will not do
   */
  public void change(long monitorId, boolean on, double threshold, String by) {
    QualityMonitor monitor = require(monitorId);
    boolean share = monitor.type() == MonitorType.VOLUME;
    if (!(threshold >= 0 && threshold <= HIGHEST) || (share && !(threshold > 0 && threshold < 1))) {
      throw InvalidInputException.of(
          "/threshold", share ? "must be above 0 and below 1" : "must be from 0 to 100000");
    }
    String before = "%s %s".formatted(monitor.on() ? "on" : "off", monitor.threshold());
    monitor.change(on, threshold);
    audit.record(
        by,
        "quality.change",
        monitor.name(),
        "%s → %s %s".formatted(before, on ? "on" : "off", threshold));
  }

  /** Measures everything now. */
  public void evaluate() {
    evaluation.run();
  }

  private QualityMonitor require(long id) {
    return store.find(id).orElseThrow(() -> new NotFoundException("monitor", Long.toString(id)));
  }
}
