package io.shopkeeper.fraud.rules;

import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.fraud.entity.StoredRule;
import io.shopkeeper.fraud.entity.StoredSnooze;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of rules, of how often they held, and of those that are to be quiet. */
@Dependent
public class RuleStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected RuleStore() {}

  /** With a given entity manager, outside a server. */
  public RuleStore(EntityManager entities) {
    this.entities = entities;
  }

  /** All versions of all rules. */
  public List<StoredRule> all() {
    return entities
        .createQuery("SELECT r FROM StoredRule r ORDER BY r.id, r.version", StoredRule.class)
        .getResultList();
  }

  /** The versions of one, the oldest first. */
  public List<StoredRule> versions(String id) {
    return entities
        .createQuery(
            "SELECT r FROM StoredRule r WHERE r.id = :id ORDER BY r.version", StoredRule.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** The same; nobody else changes them in this transaction. */
  public List<StoredRule> lock(String id) {
    return entities
        .createQuery(
            "SELECT r FROM StoredRule r WHERE r.id = :id ORDER BY r.version", StoredRule.class)
        .setParameter("id", id)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** One in one of its versions. */
  public Optional<StoredRule> find(String id, int version) {
    return Optional.ofNullable(entities.find(StoredRule.class, new StoredRule.Key(id, version)));
  }

  public void add(StoredRule rule) {
    entities.persist(rule);
    entities.flush();
  }

  public void remove(StoredRule rule) {
    entities.remove(rule);
    entities.flush();
  }

  /**
   * How often a rule held.
   *
   * @param frauds how many of these payments turned out to be fraud
   */
  public record Held(long payments, long frauds) {}

  /** How often rules held since a time, by their ids. */
  public Map<String, Held> held(Instant since) {
    Map<String, Long> payments = new HashMap<>();
    entities
        .createQuery(
            "SELECT h.rule, COUNT(h) FROM StoredRuleHit h WHERE h.at >= :since GROUP BY h.rule",
            Object[].class)
        .setParameter("since", since.toEpochMilli())
        .getResultList()
        .forEach(row -> payments.put((String) row[0], (Long) row[1]));
    Map<String, Held> held = new HashMap<>();
    payments.forEach((rule, count) -> held.put(rule, new Held(count, 0)));
    entities
        .createQuery(
            "SELECT h.rule, COUNT(DISTINCT h.transactionId) FROM StoredRuleHit h, StoredLabel l"
                + " WHERE h.at >= :since AND l.transactionId = h.transactionId"
                + " AND l.undone = FALSE AND l.label <> :good GROUP BY h.rule",
            Object[].class)
        .setParameter("since", since.toEpochMilli())
        .setParameter("good", TransactionOutcome.CLEARED)
        .getResultList()
        .forEach(
            row ->
                held.computeIfPresent(
                    (String) row[0], (rule, one) -> new Held(one.payments(), (Long) row[1])));
    return held;
  }

  /** Snoozes that hold at a time, the one that ends first before the others. */
  public List<StoredSnooze> snoozes(Instant at) {
    return entities
        .createQuery(
            "SELECT s FROM StoredSnooze s WHERE s.until > :at AND s.endedAt IS NULL"
                + " ORDER BY s.until, s.id",
            StoredSnooze.class)
        .setParameter("at", at.toEpochMilli())
        .getResultList();
  }

  public Optional<StoredSnooze> snooze(long id) {
    return Optional.ofNullable(entities.find(StoredSnooze.class, id));
  }

  public void add(StoredSnooze snooze) {
    entities.persist(snooze);
    entities.flush();
  }
}
