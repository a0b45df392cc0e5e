package io.shopkeeper.platform.lists;

import io.shopkeeper.platform.boundary.AuditEntry;
import io.shopkeeper.platform.boundary.AuditSource;
import io.shopkeeper.platform.boundary.JobRow;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.list.ListKey;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.ListTable;
import io.shopkeeper.platform.boundary.list.RowCount;
import io.shopkeeper.platform.json.JsonText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads lists within the caller's transaction. */
@Dependent
public class PlatformListStore {

  /** Work, newest first. */
  public static final ListTable<JobRow> JOBS =
      ListTable.of(
              "job",
              "id, kind, title, state, parameters, requested_by, created_at, started_at, ended_at,"
                  + " error",
              PlatformListStore::job)
          .orderedBy("created", "id", ListKey.NUMBER)
          .orderedBy("kind", "kind", ListKey.TEXT)
          .orderedBy("state", "state", ListKey.TEXT)
          .tiedBy("id", ListKey.NUMBER)
          .filter("kind", "kind = ?")
          .filter("state", "state = ?")
          .filter("by", "requested_by = ?")
          .day("day", "created_at");

  /** What people and keys did, newest first. */
  public static final ListTable<AuditEntry> AUDIT =
      ListTable.of(
              "audit_record",
              "id, at_time, actor, act, subject, detail, chain_number, state_before, state_after,"
                  + " source, address, previous_hash, record_hash",
              PlatformListStore::act)
          .orderedBy("time", "id", ListKey.NUMBER)
          .orderedBy("actor", "actor", ListKey.TEXT)
          .orderedBy("act", "act", ListKey.TEXT)
          .tiedBy("id", ListKey.NUMBER)
          .filter("actor", "actor = ?")
          .filter("act", "act = ?")
          .contains("subject", "LOWER(subject)")
          .day("day", "at_time");

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected PlatformListStore() {}

  /** For tests that bring their own entity manager. */
  public PlatformListStore(EntityManager entities) {
    this.entities = entities;
  }

  /** A page of a table. */
  public <T> ListPage<T> page(ListTable<T> table, ListQuery query) {
    try {
      return table.page(entities.unwrap(Connection.class), query);
    } catch (SQLException problem) {
      throw new PersistenceException("a list could not be read", problem);
    }
  }

  /** How many rows of a table fit. */
  public RowCount count(ListTable<?> table, ListQuery query) {
    try {
      return table.count(entities.unwrap(Connection.class), query);
    } catch (SQLException problem) {
      throw new PersistenceException("a list could not be counted", problem);
    }
  }

  private static JobRow job(ResultSet row) throws SQLException {
    return new JobRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        JobState.valueOf(row.getString(4)),
        JsonText.readTexts(row.getString(5)),
        row.getString(6),
        Instant.ofEpochMilli(row.getLong(7)),
        instant(row, 8),
        instant(row, 9),
        row.getString(10));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static AuditEntry act(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong(1),
        row.getLong(7),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(8),
        row.getString(9),
        AuditSource.valueOf(row.getString(10)),
        row.getString(11),
        row.getString(12),
        row.getString(13));
  }
}
