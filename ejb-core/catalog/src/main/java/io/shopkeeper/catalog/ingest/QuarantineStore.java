package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.QuarantineQuery;
import io.shopkeeper.catalog.boundary.quarantine.QuarantineFilter;
import io.shopkeeper.catalog.boundary.quarantine.ReasonCount;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import io.shopkeeper.catalog.product.ProductStore;
import io.shopkeeper.platform.boundary.FieldError;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of rows that were set aside. */
@Dependent
public class QuarantineStore {

  private static final int PAGE = 500;

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

  /** Rows that wait, newest first. */
  public List<QuarantinedRowEntry> list(QuarantineFilter filter, Long before, int n) {
    return filtered(
            "SELECT q FROM QuarantinedRowEntry q",
            filter,
            " AND q.id < :edge ORDER BY q.id DESC",
            QuarantinedRowEntry.class)
        .setParameter("edge", before == null ? Long.MAX_VALUE : before)
        .setMaxResults(n)
        .getResultList();
  }

  /** Ids of rows that wait, behind one, in their order. */
  List<Long> after(QuarantineFilter filter, long id, int n) {
    return filtered(
            "SELECT q.id FROM QuarantinedRowEntry q",
            filter,
            " AND q.id > :edge ORDER BY q.id",
            Long.class)
        .setParameter("edge", id)
        .setMaxResults(n)
        .getResultList();
  }

  /** How many rows wait. */
  public long count(QuarantineFilter filter) {
    return filtered("SELECT COUNT(q) FROM QuarantinedRowEntry q", filter, "", Long.class)
        .getSingleResult();
  }

  /** What is wrong with rows that wait, the most frequent first. */
  public List<ReasonCount> reasons(QuarantineFilter filter, int n) {
    return filtered(
            "SELECT q.kind, q.field, q.reason, COUNT(q) FROM QuarantinedRowEntry q",
            filter,
            " GROUP BY q.kind, q.field, q.reason ORDER BY COUNT(q) DESC",
            Object[].class)
        .setMaxResults(n)
        .getResultStream()
        .map(row -> new ReasonCount((ImportKind) row[0], text(row[1]), text(row[2]), (Long) row[3]))
        .toList();
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** Gives rows up that wait; answers how many. */
  public long discard(QuarantineFilter filter, String reason, String by, Instant now) {
    long discarded = 0;
    List<Long> ids = after(filter, 0, PAGE);
    while (!ids.isEmpty()) {
      for (Long id : ids) {
        entities.find(QuarantinedRowEntry.class, id).discard(reason, by, now);
      }
      entities.flush();
      entities.clear();
      discarded += ids.size();
      ids = after(filter, ids.getLast(), PAGE);
    }
    return discarded;
  }

  private <T> TypedQuery<T> filtered(
      String select, QuarantineFilter filter, String more, Class<T> type) {
    var where = new StringBuilder(" WHERE q.mendedAt IS NULL");
    Map<String, Object> values = new HashMap<>();
    put(where, values, "import", "q.importId = :import", filter.importId());
    put(where, values, "kind", "q.kind = :kind", filter.kind());
    put(where, values, "field", "q.field = :field", filter.field());
    put(where, values, "reason", "q.reason = :reason", filter.reason());
    put(where, values, "ids", "q.id IN :ids", filter.ids().isEmpty() ? null : filter.ids());
    String contains = filter.text() == null ? null : ProductStore.contains(filter.text());
    put(where, values, "text", "LOWER(q.raw) LIKE :text ESCAPE '!'", contains);
    TypedQuery<T> query = entities.createQuery(select + where + more, type);
    values.forEach(query::setParameter);
    return query;
  }

  private static void put(
      StringBuilder where, Map<String, Object> values, String name, String test, Object value) {
    if (value != null) {
      where.append(" AND ").append(test);
      values.put(name, value);
    }
  }

  /** How many wait to be mended. */
  public long count() {
    return entities
        .createQuery(
            "SELECT COUNT(q) FROM QuarantinedRowEntry q WHERE q.mendedAt IS NULL", Long.class)
        .getSingleResult();
  }
}
