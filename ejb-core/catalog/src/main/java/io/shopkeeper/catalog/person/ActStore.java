package io.shopkeeper.catalog.person;

import io.shopkeeper.catalog.boundary.EventType;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** What people put into their carts and bought, however long ago, out of events and orders. */
@Dependent
public class ActStore {

  private static final String EVENTS =
      "SELECT product_id, type, MAX(at_time) FROM behaviour_event WHERE %s = ?%s"
          + " AND type IN ('CART', 'REMOVE_FROM_CART', 'PURCHASE', 'RATING')"
          + " AND product_id IS NOT NULL GROUP BY product_id, type";

  private static final String ORDERS =
      "SELECT l.product_id, MAX(o.placed_at) FROM shop_order o"
          + " JOIN shop_order_line l ON l.order_id = o.id"
          + " WHERE o.customer_id = ? AND o.status NOT IN ('CANCELLED', 'RETURNED')"
          + " GROUP BY l.product_id";

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected ActStore() {}

  /** For tests that bring their own entity manager. */
  public ActStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds the last acts of each kind with each product. */
  public void events(Circle circle, HandTally tally) {
    circle.customer().ifPresent(id -> events("customer_id", id, "", tally));
    circle.anonymous().forEach(id -> events("visitor_id", id, " AND customer_id IS NULL", tally));
  }

  private void events(String column, String id, String condition, HandTally tally) {
    try (PreparedStatement statement =
        connection().prepareStatement(EVENTS.formatted(column, condition))) {
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tally.add(
              row.getString(1),
              EventType.valueOf(row.getString(2)),
              Instant.ofEpochMilli(row.getLong(3)));
        }
      }
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be read", problem);
    }
  }

  /** Adds what a customer ordered. */
  public void orders(String customerId, HandTally tally) {
    try (PreparedStatement statement = connection().prepareStatement(ORDERS)) {
      statement.setString(1, customerId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tally.bought(row.getString(1), Instant.ofEpochMilli(row.getLong(2)));
        }
      }
    } catch (SQLException problem) {
      throw new PersistenceException("orders could not be read", problem);
    }
  }

  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
