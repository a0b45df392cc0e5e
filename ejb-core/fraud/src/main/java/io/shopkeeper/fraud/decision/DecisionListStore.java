package io.shopkeeper.fraud.decision;

import io.shopkeeper.fraud.boundary.Outcome;
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

/** Decisions as a long list; the indexes for it are in migration V073. */
@Dependent
public class DecisionListStore {

  private static final ListTable<DecisionRow> DECISIONS =
      ListTable.of(
              "fraud_decision",
              "transaction_id, decided_at, outcome, score, degraded",
              DecisionListStore::row)
          .orderedBy("time", "decided_at", ListKey.NUMBER)
          .orderedBy("outcome", "outcome", ListKey.TEXT)
          .tiedBy("decided_at", ListKey.NUMBER)
          .tiedBy("transaction_id", ListKey.TEXT)
          .filter("outcome", "outcome = ?")
          .filter("id", "transaction_id = ?")
          .day("day", "decided_at");

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected DecisionListStore() {}

  /** With a given entity manager, outside a server. */
  public DecisionListStore(EntityManager entities) {
    this.entities = entities;
  }

  private static DecisionRow row(ResultSet row) throws SQLException {
    double score = row.getDouble(4);
    Double present = row.wasNull() ? null : (Double) score;
    return new DecisionRow(
        row.getString(1),
        Instant.ofEpochMilli(row.getLong(2)),
        Outcome.valueOf(row.getString(3)),
        present,
        row.getString(5));
  }

  /** A page, within the caller's transaction. */
  public ListPage<DecisionRow> page(ListQuery query) {
    try {
      return DECISIONS.page(entities.unwrap(Connection.class), query);
    } catch (SQLException problem) {
      throw new PersistenceException("decisions could not be listed", problem);
    }
  }

  /** How many fit. */
  public RowCount count(ListQuery query) {
    try {
      return DECISIONS.count(entities.unwrap(Connection.class), query);
    } catch (SQLException problem) {
      throw new PersistenceException("decisions could not be counted", problem);
    }
  }
}
