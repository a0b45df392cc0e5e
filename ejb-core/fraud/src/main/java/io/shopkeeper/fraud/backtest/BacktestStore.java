package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.entity.StoredBacktest;
import io.shopkeeper.fraud.entity.StoredBacktestHit;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The tables of backtests. */
@Dependent
public class BacktestStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected BacktestStore() {}

  /** With a given entity manager, outside a server. */
  public BacktestStore(EntityManager entities) {
    this.entities = entities;
  }

  public void add(StoredBacktest backtest) {
    entities.persist(backtest);
    entities.flush();
  }

  public Optional<StoredBacktest> find(long id) {
    return Optional.ofNullable(entities.find(StoredBacktest.class, id));
  }

  /** The newest of a rule first. */
  public List<StoredBacktest> ofRule(String rule, int most) {
    return entities
        .createQuery(
            "SELECT b FROM StoredBacktest b WHERE b.rule = :rule ORDER BY b.id DESC",
            StoredBacktest.class)
        .setParameter("rule", rule)
        .setMaxResults(most)
        .getResultList();
  }

  /** The newest of all first. */
  public List<StoredBacktest> newest(int most) {
    return entities
        .createQuery("SELECT b FROM StoredBacktest b ORDER BY b.id DESC", StoredBacktest.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** The newest of which the payments are known by their scores. */
  public Optional<StoredBacktest> newestCurve() {
    return entities
        .createQuery(
            "SELECT b FROM StoredBacktest b WHERE b.curve = TRUE ORDER BY b.id DESC",
            StoredBacktest.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Takes hits in place of those that an attempt before has left. */
  public void replaceHits(long backtest, List<StoredBacktestHit> hits) {
    entities
        .createQuery("DELETE FROM StoredBacktestHit h WHERE h.backtest = :id")
        .setParameter("id", backtest)
        .executeUpdate();
    hits.forEach(entities::persist);
    entities.flush();
  }

  /** In the order of time. */
  public List<StoredBacktestHit> hits(long backtest, int after, int most) {
    return entities
        .createQuery(
            "SELECT h FROM StoredBacktestHit h WHERE h.backtest = :id AND h.row > :after"
                + " ORDER BY h.row",
            StoredBacktestHit.class)
        .setParameter("id", backtest)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }
}
