package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import io.shopkeeper.fraud.boundary.attempt.AttemptRow;
import io.shopkeeper.platform.boundary.list.ListKey;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.ListTable;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Sign-ins and sign-ups as a long list; the indexes for it are in migration V100. */
@Dependent
public class AttemptListStore {

  private static final ListTable<AttemptRow> ATTEMPTS =
      ListTable.of(
              "fraud_attempt",
              "kind, id, decided_at, outcome, customer_id, device, ip, country, succeeded",
              AttemptListStore::row)
          .orderedBy("time", "decided_at", ListKey.NUMBER)
          .tiedBy("id", ListKey.TEXT)
          .tiedBy("kind", ListKey.TEXT)
          .filter("kind", "kind = ?")
          .filter("outcome", "outcome = ?")
          .filter("customer", "customer_id = ?")
          .filter("device", "device = ?")
          .filter("ip", "ip = ?")
          .filter("id", "id = ?")
          .day("day", "decided_at");

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  private static AttemptRow row(ResultSet row) throws SQLException {
    boolean succeeded = row.getBoolean(9);
    Boolean known = row.wasNull() ? null : (Boolean) succeeded;
    return new AttemptRow(
        AttemptKind.valueOf(row.getString(1)),
        row.getString(2),
        Instant.ofEpochMilli(row.getLong(3)),
        Outcome.valueOf(row.getString(4)),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        known);
  }

  /** A page, within the caller's transaction. */
  public ListPage<AttemptRow> page(ListQuery query) {
    try {
      return ATTEMPTS.page(entities.unwrap(Connection.class), query);
    } catch (SQLException problem) {
      throw new PersistenceException("sign-ins could not be listed", problem);
    }
  }

  /** How many fit. */
  public RowCount count(ListQuery query) {
    try {
      return ATTEMPTS.count(entities.unwrap(Connection.class), query);
    } catch (SQLException problem) {
      throw new PersistenceException("sign-ins could not be counted", problem);
    }
  }
}
