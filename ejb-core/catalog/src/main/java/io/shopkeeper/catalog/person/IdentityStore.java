package io.shopkeeper.catalog.person;

import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.catalog.boundary.person.Identity;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of which visitors are which customers, by plain SQL: {@code ON CONFLICT DO NOTHING}
 * lets two tabs of one browser sign in at once.
 */
@Dependent
public class IdentityStore {

  private static final String COLUMNS =
      "visitor_id, customer_id, linked_at, linked_by, door, source, ended_at, ended_by";

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected IdentityStore() {}

  /** For tests that bring their own entity manager. */
  public IdentityStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps a link, unless the visitor has one that holds; answers whether it was kept. */
  public boolean add(Identity identity) {
    String sql =
        "INSERT INTO visitor_link (visitor_id, customer_id, linked_at, linked_by, door, source,"
            + " active_visitor) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setString(1, identity.visitorId());
      statement.setString(2, identity.customerId());
      statement.setLong(3, identity.linkedAt().toEpochMilli());
      statement.setString(4, identity.by());
      statement.setString(5, identity.door().name());
      statement.setString(6, identity.source());
      statement.setString(7, identity.visitorId());
      return statement.executeUpdate() == 1;
    } catch (SQLException problem) {
      throw new PersistenceException("a link could not be stored", problem);
    }
  }

  /** Ends the link of a visitor that holds; answers whether there was one. */
  public boolean end(String visitorId, String by, Instant now) {
    String sql =
        "UPDATE visitor_link SET ended_at = ?, ended_by = ?, active_visitor = NULL"
            + " WHERE active_visitor = ?";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setLong(1, now.toEpochMilli());
      statement.setString(2, by);
      statement.setString(3, visitorId);
      return statement.executeUpdate() > 0;
    } catch (SQLException problem) {
      throw new PersistenceException("a link could not be ended", problem);
    }
  }

  /** The link of a visitor that holds. */
  public Optional<Identity> find(String visitorId) {
    return read("SELECT " + COLUMNS + " FROM visitor_link WHERE active_visitor = ?", visitorId)
        .stream()
        .findFirst();
  }

  /** The links of a customer that hold, the oldest first. */
  public List<Identity> of(String customerId) {
    return read(
        "SELECT "
            + COLUMNS
            + " FROM visitor_link WHERE customer_id = ? AND active_visitor IS NOT NULL"
            + " ORDER BY linked_at, visitor_id",
        customerId);
  }

  /** The last links of a customer, also those that ended, the newest first. */
  public List<Identity> history(String customerId, int n) {
    return read(
        "SELECT "
            + COLUMNS
            + " FROM visitor_link WHERE customer_id = ? ORDER BY linked_at DESC, visitor_id LIMIT "
            + n,
        customerId);
  }

  /** The links that hold of any of these, each once. */
  public List<Identity> among(Collection<String> visitors, Collection<String> customers) {
    Map<String, Identity> found = new LinkedHashMap<>();
    among("active_visitor", visitors).forEach(link -> found.put(link.visitorId(), link));
    among("active_visitor IS NOT NULL AND customer_id", customers)
        .forEach(link -> found.put(link.visitorId(), link));
    return List.copyOf(found.values());
  }

  private List<Identity> among(String column, Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : read(
            "SELECT %s FROM visitor_link WHERE %s IN (%s)"
                .formatted(
                    COLUMNS, column, String.join(", ", Collections.nCopies(ids.size(), "?"))),
            ids.toArray(String[]::new));
  }

  /** Every link that holds, by visitor. */
  public Map<String, Identity> all() {
    Map<String, Identity> all = new HashMap<>();
    read("SELECT " + COLUMNS + " FROM visitor_link WHERE active_visitor IS NOT NULL")
        .forEach(identity -> all.put(identity.visitorId(), identity));
    return all;
  }

  private List<Identity> read(String sql, String... values) {
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      var found = new ArrayList<Identity>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(identity(row));
        }
      }
      return found;
    } catch (SQLException problem) {
      throw new PersistenceException("links could not be read", problem);
    }
  }

  private static Identity identity(ResultSet row) throws SQLException {
    long ended = row.getLong(7);
    boolean active = row.wasNull();
    return new Identity(
        row.getString(1),
        row.getString(2),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getString(4),
        Door.valueOf(row.getString(5)),
        row.getString(6),
        active ? null : Instant.ofEpochMilli(ended),
        row.getString(8));
  }

  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
