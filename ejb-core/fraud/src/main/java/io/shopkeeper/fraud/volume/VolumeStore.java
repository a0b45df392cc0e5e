package io.shopkeeper.fraud.volume;

import io.shopkeeper.fraud.boundary.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.OptionalLong;

/** Payments counted by day, by the whole percent of their score and by what the rules asked. */
@Dependent
public class VolumeStore {

  private static final long DAY = 86_400_000L;

  /**
   * What the rules that decided asked for, as a number; the hardest counts. A payment that is odd
   * enough asks for a look as well.
   */
  private static final String COUNT =
      """
      SELECT t.whole, t.hardest, COUNT(*) FROM (SELECT CAST(FLOOR(COALESCE(d.score, 0) * 100) AS INTEGER) AS whole,
        CASE WHEN COALESCE(d.anomaly, 0) >= ?3 AND COALESCE(q.asked, 0) < 2 THEN 2
          ELSE COALESCE(q.asked, 0) END AS hardest
      FROM fraud_decision d LEFT JOIN (
        SELECT h.transaction_id AS id, MAX(CASE r.outcome
          WHEN 'BLOCK' THEN 3 WHEN 'REVIEW' THEN 2 WHEN 'CHALLENGE' THEN 1 ELSE 0 END) AS asked
        FROM fraud_rule_hit h JOIN fraud_rule r ON r.id = h.rule_id AND r.version = h.version
        WHERE h.effect = 'LIVE' AND h.decided_at >= ?1 AND h.decided_at < ?2
        GROUP BY h.transaction_id) q ON q.id = d.transaction_id
      WHERE d.decided_at >= ?1 AND d.decided_at < ?2) t
      GROUP BY t.whole, t.hardest
      """;

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected VolumeStore() {}

  /** With a given entity manager, outside a server. */
  public VolumeStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Payments of a day that are alike.
   *
   * @param day since 1970
   * @param percent 0 to 100; 0 where no model judged
   * @param rules what the rules asked for
   */
  record Cell(long day, int percent, Outcome rules, long payments) {}

  /**
   * Counts a day anew.
   *
   * @param oddFrom from which oddness on a person looks; above 1 for never
   */
  void count(long day, double oddFrom) {
    entities
        .createNativeQuery("DELETE FROM fraud_score_day WHERE day_no = ?1")
        .setParameter(1, day)
        .executeUpdate();
    List<?> rows =
        entities
            .createNativeQuery(COUNT)
            .setParameter(1, day * DAY)
            .setParameter(2, (day + 1) * DAY)
            .setParameter(3, oddFrom)
            .getResultList();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      entities
          .createNativeQuery(
              "INSERT INTO fraud_score_day (day_no, percent, rules, payments)"
                  + " VALUES (?1, ?2, ?3, ?4)")
          .setParameter(1, day)
          .setParameter(2, Math.clamp(((Number) row[0]).longValue(), 0, 100))
          .setParameter(3, outcome(((Number) row[1]).intValue()).name())
          .setParameter(4, ((Number) row[2]).longValue())
          .executeUpdate();
    }
  }

  private static Outcome outcome(int hardness) {
    return switch (hardness) {
      case 3 -> Outcome.BLOCK;
      case 2 -> Outcome.REVIEW;
      case 1 -> Outcome.CHALLENGE;
      default -> Outcome.ALLOW;
    };
  }

  /** The last day with payments that was counted. */
  OptionalLong last() {
    Object last =
        entities.createNativeQuery("SELECT MAX(day_no) FROM fraud_score_day").getSingleResult();
    return last == null ? OptionalLong.empty() : OptionalLong.of(((Number) last).longValue());
  }

  /** From a day on, that day included. */
  List<Cell> since(long day) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT day_no, percent, rules, payments FROM fraud_score_day WHERE day_no >= ?1"
                    + " ORDER BY day_no, percent, rules")
            .setParameter(1, day)
            .getResultList();
    return rows.stream()
        .map(each -> (Object[]) each)
        .map(
            row ->
                new Cell(
                    ((Number) row[0]).longValue(),
                    ((Number) row[1]).intValue(),
                    Outcome.valueOf((String) row[2]),
                    ((Number) row[3]).longValue()))
        .toList();
  }

  /** Removes what is of before a day. */
  void forget(long day) {
    entities
        .createNativeQuery("DELETE FROM fraud_score_day WHERE day_no < ?1")
        .setParameter(1, day)
        .executeUpdate();
  }
}
