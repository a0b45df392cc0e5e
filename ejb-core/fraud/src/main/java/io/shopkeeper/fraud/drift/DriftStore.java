package io.shopkeeper.fraud.drift;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredDrift;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured of drift, and the judged payments that it is measured from. */
@Dependent
public class DriftStore {

  private static final String OF_VERSION =
      " FROM StoredDecision d WHERE d.decidedAt >= :from AND d.modelVersion = :version"
          + " AND d.features <> '{}'";

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected DriftStore() {}

  /** With a given entity manager, outside a server. */
  public DriftStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A judged payment.
   *
   * @param features by name; those without a value are not in it
   */
  record Judged(String id, long at, double score, Map<String, Double> features) {}

  /** How many payments a version has judged since a time, but for those that were masked. */
  long count(int version, long from) {
    return entities
        .createQuery("SELECT COUNT(d)" + OF_VERSION, Long.class)
        .setParameter("from", from)
        .setParameter("version", version)
        .getSingleResult();
  }

  /**
   * A page of them, the oldest first.
   *
   * @param each one of so many, by the millisecond of the decision: an even sample of all times
   * @param last what the page before ended with; null for the first
   */
  List<Judged> page(int version, long from, long each, Judged last, int most) {
    return entities
        .createQuery(
            "SELECT d.transactionId, d.decidedAt, d.score, d.features"
                + OF_VERSION
                + " AND MOD(d.decidedAt, :each) = 0"
                + " AND (d.decidedAt > :at OR (d.decidedAt = :at AND d.transactionId > :id))"
                + " ORDER BY d.decidedAt, d.transactionId",
            Object[].class)
        .setParameter("from", from)
        .setParameter("version", version)
        .setParameter("each", each)
        .setParameter("at", last == null ? Long.MIN_VALUE : last.at())
        .setParameter("id", last == null ? "" : last.id())
        .setMaxResults(most)
        .getResultStream()
        .map(
            row ->
                new Judged(
                    (String) row[0],
                    (Long) row[1],
                    (Double) row[2],
                    FraudJson.read((String) row[3], new TypeReference<Map<String, Double>>() {})))
        .toList();
  }

  /** What was measured of a version on a day, to be changed. */
  Optional<StoredDrift> find(int version, long day) {
    return Optional.ofNullable(entities.find(StoredDrift.class, new StoredDrift.Key(version, day)));
  }

  void add(StoredDrift drift) {
    entities.persist(drift);
    entities.flush();
  }

  /** Of a version, the newest day first. */
  List<StoredDrift> newest(int version, int days) {
    return entities
        .createQuery(
            "SELECT d FROM StoredDrift d WHERE d.version = :version ORDER BY d.day DESC",
            StoredDrift.class)
        .setParameter("version", version)
        .setMaxResults(days)
        .getResultList();
  }

  /** Removes what is of before a day. */
  void forget(long before) {
    entities
        .createQuery("DELETE FROM StoredDrift d WHERE d.day < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
