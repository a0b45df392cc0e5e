package io.shopkeeper.catalog.person;

import io.shopkeeper.catalog.boundary.person.Subject;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Of whom something was stored lately, by whichever server of the shop. */
@Stateless
public class RecentChangeStore {

  /** Beyond so many people they are not told apart. */
  static final int MOST = 20_000;

  private static final String EVENTS =
      "SELECT customer_id, visitor_id, MAX(received_at) FROM behaviour_event"
          + " WHERE received_at >= ? GROUP BY customer_id, visitor_id";
  private static final String ORDERS =
      "SELECT customer_id, NULL, MAX(updated_at) FROM shop_order"
          + " WHERE updated_at >= ? GROUP BY customer_id";
  private static final String LINKED =
      "SELECT customer_id, visitor_id, linked_at FROM visitor_link WHERE linked_at >= ?";
  private static final String PARTED =
      "SELECT customer_id, visitor_id, ended_at FROM visitor_link WHERE ended_at >= ?";
  private static final String CONSENT =
      "SELECT subject, MAX(at_time) FROM consent_change WHERE at_time >= ? GROUP BY subject";
  private static final String UNDONE = "SELECT COUNT(*) FROM import_run WHERE state = 'UNDONE'";

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  /**
   * What changed.
   *
   * @param latest when last, in milliseconds since 1970, by {@link Subject#key}
   * @param many whether there were more than can be told apart
   * @param undone how many imports were ever taken back: what they brought is gone without a trace
   */
  public record Recent(Map<String, Long> latest, boolean many, long undone) {}

  /** Since a time, inclusive. */
  public Recent since(long millis) {
    Map<String, Long> latest = new HashMap<>();
    try {
      boolean many = false;
      for (String sql : new String[] {EVENTS, ORDERS, LINKED, PARTED}) {
        many |= addPeople(sql, millis, latest) > MOST;
      }
      many |= addDecided(millis, latest) > MOST;
      return new Recent(latest, many, undone());
    } catch (SQLException problem) {
      throw new PersistenceException("what changed could not be read", problem);
    }
  }

  private int addPeople(String sql, long millis, Map<String, Long> latest) throws SQLException {
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setLong(1, millis);
      statement.setMaxRows(MOST + 1);
      int rows = 0;
      try (ResultSet row = statement.executeQuery()) {
        for (; row.next(); rows++) {
          long at = row.getLong(3);
          add(row.getString(1), at, latest, true);
          add(row.getString(2), at, latest, false);
        }
      }
      return rows;
    }
  }

  private static void add(String id, long at, Map<String, Long> latest, boolean customer) {
    if (id != null) {
      Subject subject = customer ? Subject.customer(id) : Subject.visitor(id);
      latest.merge(subject.key(), at, Math::max);
    }
  }

  private int addDecided(long millis, Map<String, Long> latest) throws SQLException {
    try (PreparedStatement statement = connection().prepareStatement(CONSENT)) {
      statement.setLong(1, millis);
      statement.setMaxRows(MOST + 1);
      int rows = 0;
      try (ResultSet row = statement.executeQuery()) {
        for (; row.next(); rows++) {
          latest.merge(row.getString(1), row.getLong(2), Math::max);
        }
      }
      return rows;
    }
  }

  private long undone() throws SQLException {
    try (PreparedStatement statement = connection().prepareStatement(UNDONE);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
