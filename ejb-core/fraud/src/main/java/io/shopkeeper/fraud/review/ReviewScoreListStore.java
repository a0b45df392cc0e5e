package io.shopkeeper.fraud.review;

import io.shopkeeper.fraud.boundary.review.ReviewState;
import io.shopkeeper.fraud.entity.StoredReviewScore;
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

/** Judged reviews as a long list; the indexes for it are in migration V102. */
@Dependent
public class ReviewScoreListStore {

  private static final ListTable<StoredReviewScore.Row> SCORES =
      ListTable.of(
              "fraud_review",
              "review_id, product_id, customer_id, judged_at, score, state, signs, marked_by",
              ReviewScoreListStore::row)
          .orderedBy("score", "score", ListKey.NUMBER)
          .tiedBy("review_id", ListKey.TEXT)
          .filter("state", "state = ?")
          .filter("product", "product_id = ?")
          .filter("customer", "customer_id = ?")
          .filter("id", "review_id = ?");

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  private static StoredReviewScore.Row row(ResultSet row) throws SQLException {
    return new StoredReviewScore.Row(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Instant.ofEpochMilli(row.getLong(4)),
        row.getInt(5),
        ReviewState.valueOf(row.getString(6)),
        row.getString(7),
        row.getString(8));
  }

  /** A page, within the caller's transaction. */
  public ListPage<StoredReviewScore.Row> page(ListQuery query) {
    try {
      return SCORES.page(entities.unwrap(Connection.class), query);
    } catch (SQLException problem) {
      throw new PersistenceException("reviews could not be listed", problem);
    }
  }

  /** How many fit. */
  public RowCount count(ListQuery query) {
    try {
      return SCORES.count(entities.unwrap(Connection.class), query);
    } catch (SQLException problem) {
      throw new PersistenceException("reviews could not be counted", problem);
    }
  }
}
