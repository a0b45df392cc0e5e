package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.entity.PersonSession;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of people who are signed in somewhere. */
@Dependent
public class SessionStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected SessionStore() {}

  /** For tests that bring their own entity manager. */
  public SessionStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Writes at once, for its id. */
  public void add(PersonSession session) {
    entities.persist(session);
    entities.flush();
  }

  public Optional<PersonSession> find(long id) {
    return Optional.ofNullable(entities.find(PersonSession.class, id));
  }

  public Optional<PersonSession> byToken(String tokenHash) {
    return entities
        .createQuery("SELECT s FROM PersonSession s WHERE s.tokenHash = :hash", PersonSession.class)
        .setParameter("hash", tokenHash)
        .getResultStream()
        .findFirst();
  }

  /** Sessions that nobody ended, last seen first. */
  public List<PersonSession> notEnded() {
    return entities
        .createQuery(
            "SELECT s FROM PersonSession s WHERE s.endedAt IS NULL ORDER BY s.seenAt DESC",
            PersonSession.class)
        .getResultList();
  }

  /** Forgets sessions that were last seen long ago. */
  public void forgetBefore(Instant moment) {
    entities
        .createQuery("DELETE FROM PersonSession s WHERE s.seenAt < :moment")
        .setParameter("moment", moment.toEpochMilli())
        .executeUpdate();
  }
}
