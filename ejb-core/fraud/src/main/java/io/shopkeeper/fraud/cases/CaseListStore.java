package io.shopkeeper.fraud.cases;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import io.shopkeeper.platform.boundary.list.ListKey;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.ListTable;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cases as a long list; the indexes for it are in migration V080. */
@Dependent
public class CaseListStore {

  /** Of the filter {@code clock}: a time in milliseconds by which a case was due. */
  public static final String CLOCK = "clock";

  private static final ListTable<CaseRow> CASES =
      ListTable.of(
              "fraud_case",
              "id, state, queue, priority, decision, subject_kind, subject, main_payment, payments,"
                  + " score, currency, amount_cents, risk_cents, opened_at, due_at, assignee,"
                  + " locked_by, locked_until, asked_outcome, asked_by, outcome, closed_by,"
                  + " closed_at",
              CaseListStore::row)
          .orderedBy("priority", "urgency", ListKey.NUMBER)
          .orderedBy("due", "due_at", ListKey.NUMBER)
          .orderedBy("risk", "risk_cents", ListKey.NUMBER)
          .orderedBy("opened", "opened_at", ListKey.NUMBER)
          .tiedBy("id", ListKey.NUMBER)
          .filter(
              "state",
              "state = ? OR (? = 'ACTIVE' AND state <> 'CLOSED')",
              text -> Optional.of(List.of(text, text)))
          .filter("queue", "queue = ?")
          .filter("priority", "priority = ?")
          .filter("outcome", "outcome = ?")
          .filter("assignee", "assignee = ?")
          .filter("subject", "subject = ?")
          .filter(CLOCK, "state <> 'CLOSED' AND due_at < ?", CaseListStore::millis)
          .day("day", "opened_at");

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected CaseListStore() {}

  /** With a given entity manager, outside a server. */
  public CaseListStore(EntityManager entities) {
    this.entities = entities;
  }

  private static Optional<List<Object>> millis(String text) {
    return text.matches("\\d{1,15}") ? Optional.of(List.of(Long.valueOf(text))) : Optional.empty();
  }

  private static CaseRow row(ResultSet row) throws SQLException {
    double score = row.getDouble("score");
    Double present = row.wasNull() ? null : (Double) score;
    String asked = row.getString("asked_outcome");
    String outcome = row.getString("outcome");
    long closed = row.getLong("closed_at");
    return new CaseRow(
        row.getLong("id"),
        CaseState.valueOf(row.getString("state")),
        row.getString("queue"),
        CasePriority.valueOf(row.getString("priority")),
        Outcome.valueOf(row.getString("decision")),
        row.getString("subject_kind"),
        row.getString("subject"),
        row.getString("main_payment"),
        row.getInt("payments"),
        present,
        row.getString("currency"),
        BigDecimal.valueOf(row.getLong("amount_cents"), 2),
        BigDecimal.valueOf(row.getLong("risk_cents"), 2),
        Instant.ofEpochMilli(row.getLong("opened_at")),
        Instant.ofEpochMilli(row.getLong("due_at")),
        row.getString("assignee"),
        row.getString("locked_by"),
        Instant.ofEpochMilli(row.getLong("locked_until")),
        asked == null ? null : CaseOutcome.valueOf(asked),
        row.getString("asked_by"),
        outcome == null ? null : CaseOutcome.valueOf(outcome),
        row.getString("closed_by"),
        closed == 0 ? null : Instant.ofEpochMilli(closed));
  }

  /** A page, within the caller's transaction. */
  public ListPage<CaseRow> page(ListQuery query) {
    try {
      return CASES.page(entities.unwrap(Connection.class), query);
    } catch (SQLException problem) {
      throw new PersistenceException("cases could not be listed", problem);
    }
  }

  /** How many fit. */
  public RowCount count(ListQuery query) {
    try {
      return CASES.count(entities.unwrap(Connection.class), query);
    } catch (SQLException problem) {
      throw new PersistenceException("cases could not be counted", problem);
    }
  }
}
