package io.shopkeeper.catalog.monitor;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.entity.ImportRun;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts over the tables of the catalog. Names of tables and columns come from {@link Watched}. */
@Dependent
public class CountStore {

  private static final int MOST_NAMES = 200;
  private static final int MOST_VALUES = 20_000;

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected CountStore() {}

  /** For tests that bring their own entity manager. */
  public CountStore(EntityManager entities) {
    this.entities = entities;
  }

  /** When the last row came in, in milliseconds; empty where there is none. */
  Optional<Long> newest(Watched watched) {
    Object newest =
        entities
            .createNativeQuery(
                "SELECT MAX(r.%s) FROM %s r".formatted(watched.arrived(), watched.table()))
            .getSingleResult();
    return Optional.ofNullable(newest).map(value -> ((Number) value).longValue());
  }

  /** Rows that happened in a time. */
  long happened(Watched watched, long from, long until) {
    return number(
        window(
            "SELECT COUNT(*) FROM %s r WHERE r.%s >= ?1 AND r.%s < ?2"
                .formatted(watched.table(), watched.happened(), watched.happened()),
            from,
            until));
  }

  /** Rows of a time, and those of them that have a value. */
  long[] filled(Watched watched, Watched.Column column, long from, long until) {
    Object[] counts =
        (Object[])
            window(
                    "SELECT COUNT(*), COUNT(%s) FROM %s WHERE r.%s >= ?1 AND r.%s < ?2"
                        .formatted(
                            column.column(), column.from(), watched.happened(), watched.happened()),
                    from,
                    until)
                .getSingleResult();
    return new long[] {((Number) counts[0]).longValue(), ((Number) counts[1]).longValue()};
  }

  /** The most frequent values of a time with their counts. */
  Map<String, Long> names(Watched watched, Watched.Column column, long from, long until) {
    List<?> rows =
        window(
                "SELECT %s, COUNT(*) FROM %s WHERE r.%s >= ?1 AND r.%s < ?2 AND %s IS NOT NULL"
                        .formatted(
                            column.column(),
                            column.from(),
                            watched.happened(),
                            watched.happened(),
                            column.column())
                    + " GROUP BY %s ORDER BY COUNT(*) DESC, %s"
                        .formatted(column.column(), column.column()),
                from,
                until)
            .setMaxResults(MOST_NAMES)
            .getResultList();
    Map<String, Long> names = new LinkedHashMap<>();
    for (Object row : rows) {
      Object[] cells = (Object[]) row;
      names.put(String.valueOf(cells[0]), ((Number) cells[1]).longValue());
    }
    return names;
  }

  /** Numbers of a time, the latest 20,000. */
  double[] numbers(Watched watched, Watched.Column column, long from, long until) {
    List<?> values =
        window(
                "SELECT %s FROM %s WHERE r.%s >= ?1 AND r.%s < ?2 AND %s IS NOT NULL ORDER BY r.%s DESC"
                    .formatted(
                        column.column(),
                        column.from(),
                        watched.happened(),
                        watched.happened(),
                        column.column(),
                        watched.happened()),
                from,
                until)
            .setMaxResults(MOST_VALUES)
            .getResultList();
    return values.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
  }

  /** The last import of a kind that is done and was no check. */
  Optional<ImportRun> lastImport(ImportKind kind) {
    return entities
        .createQuery(
            "SELECT i FROM ImportRun i WHERE i.kind = :kind AND i.state = :done ORDER BY i.id DESC",
            ImportRun.class)
        .setParameter("kind", kind)
        .setParameter("done", ImportState.DONE)
        .setMaxResults(20)
        .getResultStream()
        .filter(run -> !run.dryRun())
        .findFirst();
  }

  private Query window(String sql, long from, long until) {
    return entities.createNativeQuery(sql).setParameter(1, from).setParameter(2, until);
  }

  private static long number(Query query) {
    return ((Number) query.getSingleResult()).longValue();
  }
}
