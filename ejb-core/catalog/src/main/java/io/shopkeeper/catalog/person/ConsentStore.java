package io.shopkeeper.catalog.person;

import io.shopkeeper.catalog.boundary.person.ConsentChange;
import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.catalog.boundary.person.Purpose;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.catalog.entity.ConsentEntry;
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
import java.util.List;
import java.util.function.Consumer;

/** The table of decisions. */
@Dependent
public class ConsentStore {

  private static final int FETCHED = 5000;

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected ConsentStore() {}

  /** For tests that bring their own entity manager. */
  public ConsentStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps a decision; what is read afterwards in the same transaction, by plain SQL, has it. */
  public void add(ConsentChange change) {
    entities.persist(new ConsentEntry(change));
    entities.flush();
  }

  /** All decisions of these about a purpose, the oldest first. */
  public List<ConsentChange> of(Collection<Subject> subjects, Purpose purpose) {
    List<String> keys = keys(subjects);
    String sql =
        "SELECT subject, granted, at_time, by_whom, door, source FROM consent_change"
            + " WHERE subject IN (%s) AND purpose = ? ORDER BY at_time, id"
                .formatted(String.join(", ", Collections.nCopies(keys.size(), "?")));
    try (PreparedStatement statement = entities.unwrap(Connection.class).prepareStatement(sql)) {
      for (int i = 0; i < keys.size(); i++) {
        statement.setString(i + 1, keys.get(i));
      }
      statement.setString(keys.size() + 1, purpose.name());
      var decisions = new ArrayList<ConsentChange>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          decisions.add(
              new ConsentChange(
                  Subject.of(row.getString(1)),
                  purpose,
                  "Y".equals(row.getString(2)),
                  Instant.ofEpochMilli(row.getLong(3)),
                  row.getString(4),
                  Door.valueOf(row.getString(5)),
                  row.getString(6)));
        }
      }
      return decisions;
    } catch (SQLException problem) {
      throw new PersistenceException("decisions could not be read", problem);
    }
  }

  /** The last decisions of these about anything, the newest first. */
  public List<ConsentChange> history(Collection<Subject> subjects, int n) {
    return entities
        .createQuery(
            "SELECT c FROM ConsentEntry c WHERE c.subject IN :subjects"
                + " ORDER BY c.at DESC, c.id DESC",
            ConsentEntry.class)
        .setParameter("subjects", keys(subjects))
        .setMaxResults(n)
        .getResultList()
        .stream()
        .map(ConsentEntry::view)
        .toList();
  }

  /** Hands over everybody's decisions about a purpose, the oldest first; without who noted them. */
  public void forEach(Purpose purpose, Consumer<ConsentChange> visitor) {
    String sql =
        "SELECT subject, granted, at_time FROM consent_change WHERE purpose = ?"
            + " ORDER BY at_time, id";
    try (PreparedStatement statement = entities.unwrap(Connection.class).prepareStatement(sql)) {
      statement.setFetchSize(FETCHED);
      statement.setString(1, purpose.name());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          visitor.accept(
              new ConsentChange(
                  Subject.of(row.getString(1)),
                  purpose,
                  "Y".equals(row.getString(2)),
                  Instant.ofEpochMilli(row.getLong(3)),
                  "",
                  Door.SHOP,
                  null));
        }
      }
    } catch (SQLException problem) {
      throw new PersistenceException("decisions could not be read", problem);
    }
  }

  private static List<String> keys(Collection<Subject> subjects) {
    return subjects.stream().map(Subject::key).toList();
  }
}
