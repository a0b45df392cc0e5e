package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.entity.ImportRun;
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
            "SELECT i FROM ImportRun i WHERE i.kind IN :kinds AND i.state = :state"
                + " AND i.accepted + i.repaired > 0 AND i.endedAt <= :until ORDER BY i.id DESC",
            ImportRun.class)
        .setParameter("kinds", kinds)
        .setParameter("state", ImportState.DONE)
        .setParameter("until", until.toEpochMilli())
        .setMaxResults(n)
        .getResultStream()
        // Not asked in the query: H2 compares no boolean with the number that it would be bound as.
        .filter(run -> !run.dryRun())
        .map(ImportRun::id)
        .toList()
        .reversed();
  }
}
