package io.shopkeeper.platform.notification;

import io.shopkeeper.platform.boundary.Note;
import io.shopkeeper.platform.entity.NotificationEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables of notes and read marks. */
@Dependent
public class NotificationStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected NotificationStore() {}

  /** For tests that bring their own entity manager. */
  public NotificationStore(EntityManager entities) {
    this.entities = entities;
  }

  public void add(NotificationEntry note) {
    entities.persist(note);
  }

  /** Notes for a person, newest first. */
  public List<NotificationEntry> of(String person, int limit) {
    return entities
        .createQuery(
            "SELECT n FROM NotificationEntry n WHERE n.audience IN :audiences ORDER BY n.id DESC",
            NotificationEntry.class)
        .setParameter("audiences", audiences(person))
        .setMaxResults(limit)
        .getResultList();
  }

  private static List<String> audiences(String person) {
    return List.of(person, Note.EVERYBODY);
  }

  /** Up to which note a person has read all. */
  public long mark(String person) {
    List<?> marks =
        entities
            .createNativeQuery("SELECT read_to FROM notification_mark WHERE person = ?")
            .setParameter(1, person)
            .getResultList();
    return marks.isEmpty() ? 0 : ((Number) marks.getFirst()).longValue();
  }

  /** Sets the mark; single marks below it are not needed any more. */
  public void setMark(String person, long id) {
    int changed =
        entities
            .createNativeQuery("UPDATE notification_mark SET read_to = ? WHERE person = ?")
            .setParameter(1, id)
            .setParameter(2, person)
            .executeUpdate();
    if (changed == 0) {
      entities
          .createNativeQuery(
              "INSERT INTO notification_mark (person, read_to) VALUES (?, ?)"
                  + " ON CONFLICT DO NOTHING")
          .setParameter(1, person)
          .setParameter(2, id)
          .executeUpdate();
    }
    entities
        .createNativeQuery(
            "DELETE FROM notification_read WHERE person = ? AND notification_id <= ?")
        .setParameter(1, person)
        .setParameter(2, id)
        .executeUpdate();
  }

  /** Single notes beyond the mark that a person has read. */
  public Set<Long> readBeyond(String person, long mark) {
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT notification_id FROM notification_read WHERE person = ?"
                    + " AND notification_id > ?")
            .setParameter(1, person)
            .setParameter(2, mark)
            .getResultList();
    Set<Long> read = new HashSet<>();
    ids.forEach(id -> read.add(((Number) id).longValue()));
    return read;
  }

  /** Marks one note as read, if it is there and not marked yet. */
  public void read(String person, long id) {
    entities
        .createNativeQuery(
            "INSERT INTO notification_read (person, notification_id)"
                + " SELECT CAST(? AS VARCHAR(64)), id FROM notification WHERE id = ?"
                + " ON CONFLICT DO NOTHING")
        .setParameter(1, person)
        .setParameter(2, id)
        .executeUpdate();
  }

  /** How many notes a person has not read. */
  public long unread(String person, long mark) {
    Object count =
        entities
            .createNativeQuery(
                "SELECT COUNT(*) FROM notification n WHERE n.audience IN (?, ?) AND n.id > ?"
                    + " AND NOT EXISTS (SELECT 1 FROM notification_read r"
                    + " WHERE r.person = ? AND r.notification_id = n.id)")
            .setParameter(1, person)
            .setParameter(2, Note.EVERYBODY)
            .setParameter(3, mark)
            .setParameter(4, person)
            .getSingleResult();
    return ((Number) count).longValue();
  }

  /** Removes notes from before a time. */
  public int removeBefore(long millis) {
    entities
        .createNativeQuery(
            "DELETE FROM notification_read WHERE notification_id IN"
                + " (SELECT id FROM notification WHERE at_time < ?)")
        .setParameter(1, millis)
        .executeUpdate();
    return entities
        .createNativeQuery("DELETE FROM notification WHERE at_time < ?")
        .setParameter(1, millis)
        .executeUpdate();
  }
}
