package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.QuarantineQuery;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import io.shopkeeper.catalog.product.ProductStore;
import io.shopkeeper.platform.boundary.FieldError;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of rows that were set aside. */
@Dependent
public class QuarantineStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected QuarantineStore() {}

  /** For tests that bring their own entity manager. */
  public QuarantineStore(EntityManager entities) {
    this.entities = entities;
  }

  public void add(
      Long importId, ImportKind kind, long row, String raw, List<FieldError> errors, Instant now) {
    entities.persist(new QuarantinedRowEntry(importId, kind, row, raw, errors, now));
  }

  /** Sets a unit of an import aside. */
  public void add(long importId, ImportKind kind, Unit unit, List<FieldError> errors, Instant now) {
    var row = new QuarantinedRowEntry(importId, kind, unit.row(), unit.raw(), errors, now);
    if (unit.mapped()) {
      row.standsFor(unit.rows());
    }
    entities.persist(row);
  }

  /** Forgets the rows of an import. */
  public void removeOf(long importId) {
    entities
        .createQuery("DELETE FROM QuarantinedRowEntry q WHERE q.importId = :import")
        .setParameter("import", importId)
        .executeUpdate();
  }

  public Optional<QuarantinedRowEntry> find(long id) {
    return Optional.ofNullable(entities.find(QuarantinedRowEntry.class, id));
  }

  public List<QuarantinedRowEntry> list(QuarantineQuery query) {
    TypedQuery<QuarantinedRowEntry> rows =
        entities
            .createQuery(
                "SELECT q FROM QuarantinedRowEntry q WHERE q.mendedAt IS NULL AND q.id < :before"
                    + (query.importId() == null ? "" : " AND q.importId = :import")
                    + " AND LOWER(q.raw) LIKE :text ESCAPE '!' ORDER BY q.id DESC",
                QuarantinedRowEntry.class)
            .setParameter("before", query.beforeId() == null ? Long.MAX_VALUE : query.beforeId())
            .setParameter("text", ProductStore.contains(query.text()))
            .setMaxResults(query.limit());
    if (query.importId() != null) {
      rows.setParameter("import", query.importId());
    }
    return rows.getResultList();
  }

  /** How many wait to be mended. */
  public long count() {
    return entities
        .createQuery(
            "SELECT COUNT(q) FROM QuarantinedRowEntry q WHERE q.mendedAt IS NULL", Long.class)
        .getSingleResult();
  }
}
