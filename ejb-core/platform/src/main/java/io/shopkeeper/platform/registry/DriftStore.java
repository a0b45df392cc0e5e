package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.entity.DriftEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The table of measures of drift. */
@Dependent
public class DriftStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  public void add(DriftEntry entry) {
    entities.persist(entry);
  }

  /** The last ones of a model, newest first. */
  public List<DriftEntry> newest(String model, int n) {
    return entities
        .createQuery(
            "SELECT d FROM DriftEntry d WHERE d.model = :model ORDER BY d.at DESC, d.id DESC",
            DriftEntry.class)
        .setParameter("model", model)
        .setMaxResults(n)
        .getResultList();
  }

  /** Removes those before a time. */
  public void forget(Instant before) {
    entities
        .createQuery("DELETE FROM DriftEntry d WHERE d.at < :before")
        .setParameter("before", before.toEpochMilli())
        .executeUpdate();
  }
}
