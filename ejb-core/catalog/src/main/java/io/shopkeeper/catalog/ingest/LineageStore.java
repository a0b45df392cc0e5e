package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportState;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which imports brought what, read from their table. */
@Dependent
public class LineageStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected LineageStore() {}

  /** For tests that bring their own entity manager. */
  public LineageStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Imports of these kinds that stored rows and had ended by a time, oldest first. */
  public List<Long> done(Set<ImportKind> kinds, Instant until, int n) {
    return entities
        .createQuery(
            "SELECT i.id FROM ImportRun i WHERE i.kind IN :kinds AND i.state = :state"
                + " AND i.dryRun = :dry AND i.accepted + i.repaired > 0 AND i.endedAt <= :until"
                + " ORDER BY i.id DESC",
            Long.class)
        .setParameter("kinds", kinds)
        .setParameter("state", ImportState.DONE)
        .setParameter("dry", false)
        .setParameter("until", until.toEpochMilli())
        .setMaxResults(n)
        .getResultList()
        .reversed();
  }
}
