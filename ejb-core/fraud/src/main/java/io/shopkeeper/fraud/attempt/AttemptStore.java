package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import io.shopkeeper.fraud.entity.StoredAttempt;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table of sign-ins and sign-ups; the indexes for its questions are in migration V100. */
@Dependent
public class AttemptStore implements AttemptPast {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected AttemptStore() {}

  /** With a given entity manager, outside a server. */
  public AttemptStore(EntityManager entities) {
    this.entities = entities;
  }

  /** One of them. */
  public Optional<StoredAttempt> find(AttemptKind kind, String id) {
    return Optional.ofNullable(entities.find(StoredAttempt.class, new StoredAttempt.Key(kind, id)));
  }

  /** Keeps a new one. */
  public void add(StoredAttempt attempt) {
    entities.persist(attempt);
    entities.flush();
  }

  @Override
  public List<Attempt> before(AttemptKey key, Attempt attempt) {
    Optional<String> wanted = key.of(attempt);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "SELECT a.id, a.time, a.account, a.network, a.device, a.country, a.latitude,"
                + " a.longitude, a.succeeded, a.outcome FROM StoredAttempt a"
                + " WHERE a."
                + key.attribute()
                + " = :key AND a.kind = :kind AND a.time > :from AND a.time <= :until"
                + " ORDER BY a.time DESC",
            Object[].class)
        .setParameter("key", wanted.get())
        .setParameter("kind", attempt.kind())
        .setParameter("from", attempt.time() - AttemptFeatures.LONGEST.length().toMillis())
        .setParameter("until", attempt.time())
        .setMaxResults(AttemptFeatures.MOST)
        .getResultStream()
        .filter(row -> !attempt.id().equals(row[0]))
        .map(row -> seen(attempt.kind(), row))
        .toList();
  }

  private static Attempt seen(AttemptKind kind, Object[] row) {
    return new Attempt(
        kind,
        (String) row[0],
        (Long) row[1],
        (String) row[2],
        null,
        null,
        null,
        null,
        null,
        null,
        (String) row[4],
        null,
        (String) row[3],
        (String) row[5],
        (Double) row[6],
        (Double) row[7],
        (Boolean) row[8],
        (Outcome) row[9]);
  }

  /** Fingerprints of the e-mail addresses that a customer signed in or up with. */
  public List<String> emailKeys(String customer) {
    return entities
        .createQuery(
            "SELECT DISTINCT a.emailKey FROM StoredAttempt a"
                + " WHERE a.customer = :customer AND a.emailKey IS NOT NULL",
            String.class)
        .setParameter("customer", customer)
        .getResultList();
  }

  /**
   * Removes those of a customer, and those without one that were tried with the same e-mail
   * address.
   */
  public void erase(String customer) {
    List<String> emails = emailKeys(customer);
    if (!emails.isEmpty()) {
      entities
          .createQuery(
              "DELETE FROM StoredAttempt a WHERE a.customer IS NULL AND a.emailKey IN :emails")
          .setParameter("emails", emails)
          .executeUpdate();
    }
    entities
        .createQuery("DELETE FROM StoredAttempt a WHERE a.customer = :customer")
        .setParameter("customer", customer)
        .executeUpdate();
  }

  /**
   * Removes those that were decided before a time.
   *
   * @param before in milliseconds since 1970
   */
  public int removeBefore(long before) {
    return entities
        .createQuery("DELETE FROM StoredAttempt a WHERE a.decidedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
