package io.shopkeeper.fraud.decision;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.entity.StoredRuleHit;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of decisions, and of which rules held. */
@Dependent
public class DecisionStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected DecisionStore() {}

  /** With a given entity manager, outside a server. */
  public DecisionStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Those of payments. */
  public List<StoredDecision> find(Collection<String> transactions) {
    return transactions.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT d FROM StoredDecision d WHERE d.transactionId IN :ids",
                StoredDecision.class)
            .setParameter("ids", transactions)
            .getResultList();
  }

  /** Keeps new ones, and which rules held. */
  public void add(List<StoredDecision> decisions, List<StoredRuleHit> hits) {
    decisions.forEach(entities::persist);
    hits.forEach(entities::persist);
    entities.flush();
  }

  /** Keeps since when payments are known to be declined; what was known before stays. */
  public void declined(Collection<String> transactions, long at) {
    entities
        .createQuery(
            "UPDATE StoredDecision d SET d.declinedAt = :at"
                + " WHERE d.transactionId IN :ids AND d.declinedAt IS NULL")
        .setParameter("at", at)
        .setParameter("ids", transactions)
        .executeUpdate();
  }

  /** Keeps since when payments are known to be paid back; what was known before stays. */
  public void refunded(Collection<String> transactions, long at) {
    entities
        .createQuery(
            "UPDATE StoredDecision d SET d.refundedAt = :at"
                + " WHERE d.transactionId IN :ids AND d.refundedAt IS NULL")
        .setParameter("at", at)
        .setParameter("ids", transactions)
        .executeUpdate();
  }

  /** How often each outcome was decided since a time, in milliseconds since 1970. */
  public Map<Outcome, Long> counts(long since) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    entities
        .createQuery(
            "SELECT d.outcome, COUNT(d) FROM StoredDecision d WHERE d.decidedAt >= :since"
                + " GROUP BY d.outcome",
            Object[].class)
        .setParameter("since", since)
        .getResultList()
        .forEach(row -> counts.put((Outcome) row[0], (Long) row[1]));
    return counts;
  }

  /** The latest, without what led to them. */
  public List<DecisionRow> latest(int most) {
    return entities
        .createQuery(
            "SELECT d.transactionId, d.decidedAt, d.outcome, d.score, d.degraded"
                + " FROM StoredDecision d ORDER BY d.decidedAt DESC, d.transactionId DESC",
            Object[].class)
        .setMaxResults(most)
        .getResultStream()
        .map(
            row ->
                new DecisionRow(
                    (String) row[0],
                    Instant.ofEpochMilli((Long) row[1]),
                    (Outcome) row[2],
                    (Double) row[3],
                    (String) row[4]))
        .toList();
  }

  /** Removes those of payments. */
  public void remove(Collection<String> transactions) {
    entities
        .createQuery("DELETE FROM StoredRuleHit h WHERE h.transactionId IN :ids")
        .setParameter("ids", transactions)
        .executeUpdate();
    entities
        .createQuery("DELETE FROM StoredDecision d WHERE d.transactionId IN :ids")
        .setParameter("ids", transactions)
        .executeUpdate();
  }

  /**
   * Takes out of decisions what tells who the payer is, and what was seen of the payer. What was
   * decided, and by which rules and version of the model, stays.
   */
  public void mask(Collection<String> transactions) {
    entities
        .createQuery(
            "UPDATE StoredDecision d SET d.emailKey = NULL, d.addressKey = NULL,"
                + " d.deliveryCountry = NULL, d.features = '{}', d.contributions = '[]'"
                + " WHERE d.transactionId IN :ids")
        .setParameter("ids", transactions)
        .executeUpdate();
  }

  /**
   * Removes decisions of before a time, but for those in cases that are not closed.
   *
   * @param before in milliseconds since 1970
   * @return how many
   */
  public int removeBefore(long before, int most) {
    List<String> old =
        entities
            .createQuery(
                "SELECT d.transactionId FROM StoredDecision d WHERE d.decidedAt < :before"
                    + " AND NOT EXISTS (SELECT p.transactionId FROM StoredCasePayment p"
                    + " WHERE p.transactionId = d.transactionId)",
                String.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    if (!old.isEmpty()) {
      remove(old);
    }
    return old.size();
  }
}
