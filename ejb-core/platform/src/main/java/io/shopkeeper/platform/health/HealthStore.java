package io.shopkeeper.platform.health;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;

/** Asks the database whether it answers. */
@Dependent
public class HealthStore {

  private static final System.Logger LOG = System.getLogger(HealthStore.class.getName());

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  public boolean answers() {
    try {
      return entities.createNativeQuery("SELECT 1").getSingleResult() != null;
    } catch (PersistenceException problem) {
      LOG.log(System.Logger.Level.WARNING, "SHOP-0003 the database does not answer", problem);
      return false;
    }
  }
}
