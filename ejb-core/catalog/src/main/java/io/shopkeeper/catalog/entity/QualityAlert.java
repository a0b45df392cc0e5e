package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.quality.AlertState;
import io.shopkeeper.catalog.boundary.quality.AlertView;
import io.shopkeeper.catalog.clean.JsonColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/**
 * A breach of a threshold: open until somebody acknowledges it, resolved when a later measure is as
 * it should be. At most one of a monitor is not resolved.
 */
@Entity
@Table(name = "quality_alert")
public class QualityAlert {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quality_alert")
  @SequenceGenerator(
      name = "quality_alert",
      sequenceName = "quality_alert_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "monitor_id")
  private Long monitorId;

  @Enumerated(EnumType.STRING)
  private AlertState state;

  @Column(name = "opened_at")
  private long openedAt;

  private double measured;
  private double threshold;
  private String evidence;

  @Column(name = "acknowledged_by")
  private String acknowledgedBy;

  @Column(name = "acknowledged_at")
  private Long acknowledgedAt;

  @Column(name = "resolved_at")
  private Long resolvedAt;

  protected QualityAlert() {}

  public QualityAlert(
      QualityMonitor monitor, double measured, Map<String, String> evidence, Instant now) {
    this.monitorId = monitor.id();
    this.state = AlertState.OPEN;
    this.openedAt = now.toEpochMilli();
    seen(monitor, measured, evidence);
  }

  /** It is still so: the newest value and evidence count. */
  public final void seen(QualityMonitor monitor, double value, Map<String, String> found) {
    measured = value;
    threshold = monitor.threshold();
    evidence = JsonColumn.write(found);
  }

  public Long monitorId() {
    return monitorId;
  }

  public AlertState state() {
    return state;
  }

  public void acknowledge(String by, Instant now) {
    state = AlertState.ACKNOWLEDGED;
    acknowledgedBy = by;
    acknowledgedAt = now.toEpochMilli();
  }

  public void resolve(Instant now) {
    state = AlertState.RESOLVED;
    resolvedAt = now.toEpochMilli();
  }

  public AlertView view(QualityMonitor monitor) {
    return new AlertView(
        id,
        monitorId,
        monitor.kind(),
        monitor.type(),
        monitor.field(),
        state,
        Instant.ofEpochMilli(openedAt),
        measured,
        threshold,
        JsonColumn.readTexts(evidence),
        acknowledgedBy,
        acknowledgedAt == null ? null : Instant.ofEpochMilli(acknowledgedAt),
        resolvedAt == null ? null : Instant.ofEpochMilli(resolvedAt));
  }
}
