package io.shopkeeper.platform.audit;

import io.shopkeeper.platform.entity.AuditRecord;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The table of administrative acts. */
@Dependent
public class AuditStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected AuditStore() {}

  /** For tests that bring their own entity manager. */
  public AuditStore(EntityManager entities) {
    this.entities = entities;
  }

  public void add(AuditRecord entry) {
    entities.persist(entry);
  }

  public List<AuditRecord> newest(int n) {
    return entities
        .createQuery("SELECT a FROM AuditRecord a ORDER BY a.id DESC", AuditRecord.class)
        .setMaxResults(n)
        .getResultList();
  }
}
