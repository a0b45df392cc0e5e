package io.shopkeeper.fraud.threshold;

import io.shopkeeper.fraud.boundary.threshold.ThresholdState;
import io.shopkeeper.fraud.entity.StoredThresholds;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table of changes of thresholds. */
@Dependent
public class ThresholdStore {

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  public void add(StoredThresholds change) {
    entities.persist(change);
    entities.flush();
  }

  /** One of them, held until the transaction ends. */
  public Optional<StoredThresholds> hold(long id) {
    return Optional.ofNullable(
        entities.find(StoredThresholds.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Those in a state, the newest first. */
  public List<StoredThresholds> in(ThresholdState state, int most) {
    return entities
        .createQuery(
            "SELECT c FROM StoredThresholds c WHERE c.state = :state ORDER BY c.id DESC",
            StoredThresholds.class)
        .setParameter("state", state)
        .setMaxResults(most)
        .getResultList();
  }

  /** All, the newest first. */
  public List<StoredThresholds> newest(int most) {
    return entities
        .createQuery("SELECT c FROM StoredThresholds c ORDER BY c.id DESC", StoredThresholds.class)
        .setMaxResults(most)
        .getResultList();
  }
}
