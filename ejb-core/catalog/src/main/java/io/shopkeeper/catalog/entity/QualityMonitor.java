package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.quality.AlertView;
import io.shopkeeper.catalog.boundary.quality.MeasurePoint;
import io.shopkeeper.catalog.boundary.quality.MonitorType;
import io.shopkeeper.catalog.boundary.quality.MonitorView;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** Something that is watched. */
@Entity
@Table(name = "quality_monitor")
public class QualityMonitor {

  @Id private Long id;

  @Enumerated(EnumType.STRING)
  private ImportKind kind;

  @Enumerated(EnumType.STRING)
  private MonitorType type;

  private String field;

  @Column(name = "is_on")
  @Convert(converter = YesNo.class)
  private Boolean on;

  private double threshold;

  protected QualityMonitor() {}

  public Long id() {
    return id;
  }

  public ImportKind kind() {
    return kind;
  }

  public MonitorType type() {
    return type;
  }

  public String field() {
    return field == null ? "" : field;
  }

  public boolean on() {
    return on;
  }

  public double threshold() {
    return threshold;
  }

  /** For the audit. */
  public String name() {
    return "%s %s %s".formatted(kind, type, field()).strip();
  }

  public void change(boolean newOn, double newThreshold) {
    on = newOn;
    threshold = newThreshold;
  }

  public MonitorView view(List<MeasurePoint> points, AlertView alert) {
    return new MonitorView(id, kind, type, field(), on, threshold, points, alert);
  }
}
