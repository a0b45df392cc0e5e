package io.shopkeeper.catalog.event;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.analysis.ActRow;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The table of events, read row by row. */
@Dependent
public class ActRowStore {

  private static final int FETCHED = 5000;

  private static final String ROWS =
      "SELECT event_id, type, customer_id, visitor_id, product_id, channel, at_time, received_at"
          + " FROM behaviour_event WHERE %s >= ?";
  private static final String COUNT = "SELECT COUNT(*) FROM behaviour_event WHERE at_time >= ?";
  private static final String CUT =
      "SELECT at_time FROM behaviour_event ORDER BY at_time DESC, event_id DESC LIMIT 1 OFFSET ?";

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  /** Those that were done at a time or later. */
  public void forEach(Instant from, Consumer<ActRow> visitor) {
    read("at_time", from, visitor);
  }

  /** Those that were stored at a time or later. */
  public void forEachSince(Instant since, Consumer<ActRow> visitor) {
    read("received_at", since, visitor);
  }

  private void read(String column, Instant from, Consumer<ActRow> visitor) {
    try (PreparedStatement statement = connection().prepareStatement(ROWS.formatted(column))) {
      statement.setFetchSize(FETCHED);
      statement.setLong(1, from.toEpochMilli());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          visitor.accept(
              new ActRow(
                  row.getString(1),
                  EventType.valueOf(row.getString(2)),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  Instant.ofEpochMilli(row.getLong(7)),
                  Instant.ofEpochMilli(row.getLong(8))));
        }
      }
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be read", problem);
    }
  }

  /** How many were done at a time or later. */
  public long count(Instant from) {
    return number(COUNT, from.toEpochMilli()).orElseThrow();
  }

  /** When the event was done that so many are newer than. */
  public Optional<Instant> cut(int newer) {
    return number(CUT, newer).map(Instant::ofEpochMilli);
  }

  private Optional<Long> number(String sql, long parameter) {
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setLong(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be counted", problem);
    }
  }

  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
