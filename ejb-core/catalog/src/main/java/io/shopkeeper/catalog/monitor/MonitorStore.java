package io.shopkeeper.catalog.monitor;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.quality.AlertState;
import io.shopkeeper.catalog.boundary.quality.MeasurePoint;
import io.shopkeeper.catalog.entity.ImportShape;
import io.shopkeeper.catalog.entity.QualityAlert;
import io.shopkeeper.catalog.entity.QualityClock;
import io.shopkeeper.catalog.entity.QualityMeasure;
import io.shopkeeper.catalog.entity.QualityMonitor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The tables of monitors, measures and alerts. */
@Dependent
public class MonitorStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected MonitorStore() {}

  /** For tests that bring their own entity manager. */
  public MonitorStore(EntityManager entities) {
    this.entities = entities;
  }

  public List<QualityMonitor> monitors() {
    return entities
        .createQuery("SELECT m FROM QualityMonitor m ORDER BY m.id", QualityMonitor.class)
        .getResultList();
  }

  public Optional<QualityMonitor> find(long id) {
    return Optional.ofNullable(entities.find(QualityMonitor.class, id));
  }

  public void add(QualityMeasure measure) {
    entities.persist(measure);
  }

  /** The last values, oldest first. */
  public List<MeasurePoint> points(long monitorId, int n) {
    List<MeasurePoint> points =
        new ArrayList<>(
            entities
                .createQuery(
                    "SELECT m FROM QualityMeasure m WHERE m.monitorId = :monitor"
                        + " ORDER BY m.at DESC, m.id DESC",
                    QualityMeasure.class)
                .setParameter("monitor", monitorId)
                .setMaxResults(n)
                .getResultStream()
                .map(QualityMeasure::point)
                .toList());
    Collections.reverse(points);
    return points;
  }

  /** Forgets measures from before a time. */
  public void forget(Instant before) {
    entities
        .createQuery("DELETE FROM QualityMeasure m WHERE m.at < :before")
        .setParameter("before", before.toEpochMilli())
        .executeUpdate();
  }

  public void add(QualityAlert alert) {
    entities.persist(alert);
  }

  public Optional<QualityAlert> findAlert(long id) {
    return Optional.ofNullable(entities.find(QualityAlert.class, id));
  }

  /** The alert of a monitor that is not resolved. */
  public Optional<QualityAlert> unresolved(long monitorId) {
    return entities
        .createQuery(
            "SELECT a FROM QualityAlert a WHERE a.monitorId = :monitor AND a.state <> :resolved"
                + " ORDER BY a.id DESC",
            QualityAlert.class)
        .setParameter("monitor", monitorId)
        .setParameter("resolved", AlertState.RESOLVED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Newest first. */
  public List<QualityAlert> alerts(int n) {
    return entities
        .createQuery("SELECT a FROM QualityAlert a ORDER BY a.id DESC", QualityAlert.class)
        .setMaxResults(n)
        .getResultList();
  }

  public long countOpen() {
    return entities
        .createQuery("SELECT COUNT(a) FROM QualityAlert a WHERE a.state = :open", Long.class)
        .setParameter("open", AlertState.OPEN)
        .getSingleResult();
  }

  /** The clock, so that no other server evaluates before this transaction ends. */
  public QualityClock lockClock() {
    return entities.find(QualityClock.class, 1, LockModeType.PESSIMISTIC_WRITE);
  }

  public void add(ImportShape shape) {
    entities.persist(shape);
  }

  /** What the last imports of a kind brought, newest first. */
  public List<ImportShape> shapes(ImportKind kind, int n) {
    return entities
        .createQuery(
            "SELECT s FROM ImportShape s WHERE s.kind = :kind ORDER BY s.at DESC, s.id DESC",
            ImportShape.class)
        .setParameter("kind", kind)
        .setMaxResults(n)
        .getResultList();
  }
}
