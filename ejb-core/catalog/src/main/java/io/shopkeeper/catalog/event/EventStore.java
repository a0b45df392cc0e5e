package io.shopkeeper.catalog.event;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ProductActivity;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of events, by plain SQL: {@code ON CONFLICT DO NOTHING} makes storing idempotent in one
 * statement, also when the same event arrives twice at once, and batches are fast.
 */
@Dependent
public class EventStore {

  private static final int FETCHED = 1_000;

  private static final String COLUMNS =
      "event_id, type, customer_id, visitor_id, product_id, event_value, channel, session_id,"
          + " context, at_time";

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected EventStore() {}

  /** For tests that bring their own entity manager. */
  public EventStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Stores events within the caller's transaction.
   *
   * @return for each whether it is new
   */
  public boolean[] add(List<BehaviourEvent> events, Instant now) {
    return add(events, null, now);
  }

  /**
   * Stores events of an import within the caller's transaction.
   *
   * @param importId null for none
   * @return for each whether it is new
   */
  public boolean[] add(List<BehaviourEvent> events, Long importId, Instant now) {
    String sql =
        "INSERT INTO behaviour_event ("
            + COLUMNS
            + ", received_at, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      for (BehaviourEvent event : events) {
        bind(statement, event);
        statement.setLong(11, now.toEpochMilli());
        if (importId == null) {
          statement.setNull(12, Types.BIGINT);
        } else {
          statement.setLong(12, importId);
        }
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      boolean[] added = new boolean[counts.length];
      for (int i = 0; i < counts.length; i++) {
        added[i] = counts[i] != 0;
      }
      return added;
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be stored", problem);
    }
  }

  private static void bind(PreparedStatement statement, BehaviourEvent event) throws SQLException {
    statement.setString(1, event.eventId());
    statement.setString(2, event.type().name());
    statement.setString(3, event.customerId());
    statement.setString(4, event.visitorId());
    statement.setString(5, event.productId());
    if (event.value() == null) {
      statement.setNull(6, Types.DOUBLE);
    } else {
      statement.setDouble(6, event.value());
    }
    statement.setString(7, event.channel());
    statement.setString(8, event.sessionId());
    statement.setString(9, event.context());
    statement.setLong(10, event.time().toEpochMilli());
  }

  /** The newest events of a customer or a visitor. */
  public List<BehaviourEvent> recent(String customerId, String visitorId, int limit) {
    var recent = new ArrayList<BehaviourEvent>();
    if (customerId != null) {
      recent.addAll(newest("customer_id = ?", customerId, limit));
    }
    if (visitorId != null) {
      recent.addAll(newest("visitor_id = ?", visitorId, limit));
    }
    return recent.stream()
        .distinct()
        .sorted(java.util.Comparator.comparing(BehaviourEvent::time).reversed())
        .limit(limit)
        .toList();
  }

  /** The newest events of a visitor that name no customer. */
  public List<BehaviourEvent> recentAnonymous(String visitorId, int limit) {
    return newest("visitor_id = ? AND customer_id IS NULL", visitorId, limit);
  }

  private List<BehaviourEvent> newest(String condition, String id, int limit) {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM behaviour_event WHERE "
            + condition
            + " ORDER BY at_time DESC, event_id DESC LIMIT "
            + limit;
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setString(1, id);
      return read(statement);
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be read", problem);
    }
  }

  /** Events of some visitors and of some customers, each once. */
  public List<BehaviourEvent> of(
      Collection<String> visitors,
      Collection<String> customers,
      Set<EventType> types,
      long fromMillis,
      long untilMillis) {
    Map<String, BehaviourEvent> events = new LinkedHashMap<>();
    among("visitor_id", visitors, types, fromMillis, untilMillis)
        .forEach(event -> events.put(event.eventId(), event));
    among("customer_id", customers, types, fromMillis, untilMillis)
        .forEach(event -> events.put(event.eventId(), event));
    return List.copyOf(events.values());
  }

  /** The events with some products. */
  public List<BehaviourEvent> ofProducts(
      Collection<String> products, Set<EventType> types, long fromMillis, long untilMillis) {
    return among("product_id", products, types, fromMillis, untilMillis);
  }

  private List<BehaviourEvent> among(
      String column,
      Collection<String> ids,
      Set<EventType> types,
      long fromMillis,
      long untilMillis) {
    if (ids.isEmpty() || types.isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT %s FROM behaviour_event WHERE %s IN (%s) AND type IN (%s) AND at_time >= ? AND at_time <= ?"
            .formatted(COLUMNS, column, places(ids), places(types));
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      int place = 0;
      for (String id : ids) {
        statement.setString(++place, id);
      }
      for (EventType type : types) {
        statement.setString(++place, type.name());
      }
      statement.setLong(++place, fromMillis);
      statement.setLong(++place, untilMillis);
      return read(statement);
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be read", problem);
    }
  }

  private static String places(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  /** The next events behind a place in the order of time. */
  public List<BehaviourEvent> page(
      long fromMillis, long untilMillis, long afterMillis, String afterId, int limit) {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM behaviour_event WHERE at_time >= ? AND at_time < ?"
            + " AND (at_time > ? OR (at_time = ? AND event_id > ?))"
            + " ORDER BY at_time, event_id LIMIT "
            + limit;
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setLong(1, Math.max(fromMillis, afterMillis));
      statement.setLong(2, untilMillis);
      statement.setLong(3, afterMillis);
      statement.setLong(4, afterMillis);
      statement.setString(5, afterId);
      return read(statement);
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be read", problem);
    }
  }

  /** Day (days since 1970 UTC), type, number, since a time. */
  public List<DayCount> daily(long sinceMillis) {
    String sql =
        "SELECT at_time / 86400000 AS epoch_day, type, COUNT(*) FROM behaviour_event"
            + " WHERE at_time >= ? GROUP BY at_time / 86400000, type ORDER BY 1, 2";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setLong(1, sinceMillis);
      var counts = new ArrayList<DayCount>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          counts.add(
              new DayCount(rows.getLong(1), EventType.valueOf(rows.getString(2)), rows.getLong(3)));
        }
      }
      return counts;
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be counted", problem);
    }
  }

  /** What was done with each product on each day since a time. */
  public List<ProductActivity> activity(long sinceMillis) {
    String sql =
        "SELECT product_id, type, at_time / 86400000 AS epoch_day, COUNT(*) FROM behaviour_event"
            + " WHERE at_time >= ? AND product_id IS NOT NULL"
            + " GROUP BY product_id, type, at_time / 86400000";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setLong(1, sinceMillis);
      var activities = new ArrayList<ProductActivity>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          activities.add(
              new ProductActivity(
                  rows.getString(1),
                  EventType.valueOf(rows.getString(2)),
                  LocalDate.ofEpochDay(rows.getLong(3)),
                  rows.getLong(4)));
        }
      }
      return activities;
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be counted", problem);
    }
  }

  /** Different people of each product in a time, of those who allow it. */
  public Map<String, Long> visitors(long fromMillis, long untilMillis, PersonRegister persons) {
    String sql =
        "SELECT DISTINCT product_id, customer_id, visitor_id"
            + " FROM behaviour_event WHERE at_time >= ? AND at_time < ? AND product_id IS NOT NULL"
            + " AND type IN ('VIEW', 'CLICK', 'FAVOURITE', 'CART', 'PURCHASE', 'RATING')"
            + " ORDER BY product_id";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setFetchSize(FETCHED);
      statement.setLong(1, fromMillis);
      statement.setLong(2, untilMillis);
      var visitors = new HashMap<String, Long>();
      var people = new HashSet<String>();
      String product = null;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (!rows.getString(1).equals(product)) {
            people.clear();
            product = rows.getString(1);
          }
          Optional<String> person = persons.learnsFrom(rows.getString(2), rows.getString(3));
          if (person.isPresent() && people.add(person.get())) {
            visitors.put(product, (long) people.size());
          }
        }
      }
      return visitors;
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be counted", problem);
    }
  }

  /**
   * Removes the next events of an import, in the order of their ids.
   *
   * @param afterId the last id of the step before; empty at first
   * @return the ids that were removed; empty where none are left
   */
  public List<String> removeOf(long importId, String afterId, int limit) {
    String find =
        "SELECT event_id FROM behaviour_event WHERE import_id = ? AND event_id > ?"
            + " ORDER BY event_id LIMIT "
            + limit;
    var ids = new ArrayList<String>();
    try (PreparedStatement statement = connection().prepareStatement(find)) {
      statement.setLong(1, importId);
      statement.setString(2, afterId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      remove(ids);
      return ids;
    } catch (SQLException problem) {
      throw new PersistenceException("events could not be removed", problem);
    }
  }

  private void remove(List<String> ids) throws SQLException {
    String sql = "DELETE FROM behaviour_event WHERE event_id = ?";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      for (String id : ids) {
        statement.setString(1, id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  public long count() {
    return ((Number)
            entities.createNativeQuery("SELECT COUNT(*) FROM behaviour_event").getSingleResult())
        .longValue();
  }

  /** How many events of one type there were on one day. */
  public record DayCount(long epochDay, EventType type, long count) {}

  private static List<BehaviourEvent> read(PreparedStatement statement) throws SQLException {
    var events = new ArrayList<BehaviourEvent>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        double value = row.getDouble(6);
        Double presentValue = row.wasNull() ? null : (Double) value;
        events.add(
            new BehaviourEvent(
                row.getString(1),
                EventType.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                presentValue,
                row.getString(7),
                row.getString(8),
                row.getString(9),
                Instant.ofEpochMilli(row.getLong(10))));
      }
    }
    return events;
  }

  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
