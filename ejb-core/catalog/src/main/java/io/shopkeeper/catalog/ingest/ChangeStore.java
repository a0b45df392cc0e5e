package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What records were before an import touched them. Plain SQL: what is kept first counts, also where
 * a record is touched twice, and batches are fast.
 */
@Dependent
public class ChangeStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected ChangeStore() {}

  /** For tests that bring their own entity manager. */
  public ChangeStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A record that an import touched.
   *
   * @param was what it was before, as JSON; null where the import made it
   * @param wasAt when that was changed last; 0 where the import made it
   * @param changedAt when the import touched it last
   */
  public record Change(String recordId, String was, long wasAt, long changedAt) {}

  /**
   * What records are before they are touched.
   *
   * @param was as JSON by id; ids that are missing in it do not exist
   * @param wasAt when each was changed last
   */
  public record Before(Map<String, String> was, Map<String, Long> wasAt) {}

  /**
   * Keeps what records were; of one that the import touched before only the time moves.
   *
   * @param nowMillis not before the records were touched
   */
  public void remember(
      long importId, ImportKind kind, Set<String> ids, Before before, long nowMillis) {
    String insert =
        "INSERT INTO import_change (import_id, kind, record_id, was, was_at, changed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    try (PreparedStatement statement = connection().prepareStatement(insert)) {
      var order = new ArrayList<>(ids);
      for (String id : order) {
        statement.setLong(1, importId);
        statement.setString(2, kind.name());
        statement.setString(3, id);
        statement.setString(4, before.was().get(id));
        statement.setLong(5, before.wasAt().getOrDefault(id, 0L));
        statement.setLong(6, nowMillis);
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      var again = new ArrayList<String>();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == 0) {
          again.add(order.get(i));
        }
      }
      touch(importId, kind, again, nowMillis);
    } catch (SQLException problem) {
      throw new PersistenceException("changes could not be kept", problem);
    }
  }

  private void touch(long importId, ImportKind kind, List<String> ids, long nowMillis)
      throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    String update =
        "UPDATE import_change SET changed_at = ? WHERE import_id = ? AND kind = ? AND record_id ="
            + " ?";
    try (PreparedStatement statement = connection().prepareStatement(update)) {
      for (String id : ids) {
        statement.setLong(1, nowMillis);
        statement.setLong(2, importId);
        statement.setString(3, kind.name());
        statement.setString(4, id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The next changes of an import, in the order of ids. */
  public List<Change> page(long importId, ImportKind kind, String afterId, int limit) {
    String sql =
        "SELECT record_id, was, was_at, changed_at FROM import_change"
            + " WHERE import_id = ? AND kind = ? AND record_id > ? ORDER BY record_id LIMIT "
            + limit;
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setLong(1, importId);
      statement.setString(2, kind.name());
      statement.setString(3, afterId);
      var changes = new ArrayList<Change>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          changes.add(
              new Change(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
        }
      }
      return changes;
    } catch (SQLException problem) {
      throw new PersistenceException("changes could not be read", problem);
    }
  }

  /** Forgets changes that were taken back. */
  public void forget(long importId, ImportKind kind, List<Change> changes) {
    String sql = "DELETE FROM import_change WHERE import_id = ? AND kind = ? AND record_id = ?";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      for (Change change : changes) {
        statement.setLong(1, importId);
        statement.setString(2, kind.name());
        statement.setString(3, change.recordId());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException problem) {
      throw new PersistenceException("changes could not be forgotten", problem);
    }
  }

  /**
   * Records are again as earlier imports left them, only later: those imports can still be undone.
   */
  public void moveOn(long importId, ImportKind kind, List<Change> restored, long nowMillis) {
    String sql =
        "UPDATE import_change SET changed_at = ? WHERE kind = ? AND record_id = ?"
            + " AND import_id < ? AND changed_at >= ?";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      for (Change change : restored) {
        statement.setLong(1, nowMillis);
        statement.setString(2, kind.name());
        statement.setString(3, change.recordId());
        statement.setLong(4, importId);
        statement.setLong(5, change.wasAt());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException problem) {
      throw new PersistenceException("changes could not be moved on", problem);
    }
  }

  /** How many records an import touched. */
  public long count(long importId) {
    return ((Number)
            entities
                .createNativeQuery("SELECT COUNT(*) FROM import_change WHERE import_id = ?1")
                .setParameter(1, importId)
                .getSingleResult())
        .longValue();
  }

  /** Later imports that touched the same records, each with how many, the newest first. */
  public Map<Long, Long> later(long importId, Set<Long> except) {
    String sql =
        "SELECT b.import_id, COUNT(*) FROM import_change a JOIN import_change b"
            + " ON b.kind = a.kind AND b.record_id = a.record_id AND b.import_id > a.import_id"
            + " WHERE a.import_id = ? GROUP BY b.import_id ORDER BY b.import_id DESC";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setLong(1, importId);
      var later = new LinkedHashMap<Long, Long>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (!except.contains(row.getLong(1))) {
            later.put(row.getLong(1), row.getLong(2));
          }
        }
      }
      return later;
    } catch (SQLException problem) {
      throw new PersistenceException("changes could not be compared", problem);
    }
  }

  /** Forgets what a record was, everywhere: such as when a customer wants to be forgotten. */
  public void forgetRecord(ImportKind kind, String recordId) {
    entities
        .createNativeQuery("DELETE FROM import_change WHERE kind = ?1 AND record_id = ?2")
        .setParameter(1, kind.name())
        .setParameter(2, recordId)
        .executeUpdate();
  }

  /** Forgets changes before a time; those imports cannot be undone any more. */
  public int forgetBefore(long millis) {
    return entities
        .createNativeQuery("DELETE FROM import_change WHERE changed_at < ?1")
        .setParameter(1, millis)
        .executeUpdate();
  }

  /** When each of the records that exist was last changed. */
  public Map<String, Long> lastChanged(ImportKind kind, Set<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String sql =
        "SELECT id, updated_at FROM "
            + table(kind)
            + " WHERE id IN ("
            + String.join(", ", Collections.nCopies(ids.size(), "?"))
            + ")";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      int place = 1;
      for (String id : ids) {
        statement.setString(place++, id);
      }
      var times = new HashMap<String, Long>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          times.put(row.getString(1), row.getLong(2));
        }
      }
      return times;
    } catch (SQLException problem) {
      throw new PersistenceException("records could not be read", problem);
    }
  }

  private static String table(ImportKind kind) {
    return switch (kind) {
      case PRODUCTS, IMAGES -> "product";
      case CUSTOMERS -> "customer";
      case ORDERS -> "shop_order";
      case REVIEWS -> "review";
      case TRANSACTIONS -> "payment_transaction";
      case FAQ -> "faq";
      case EVENTS, RATINGS -> throw new IllegalArgumentException("events are never changed");
    };
  }

  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
