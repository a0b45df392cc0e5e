package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.entity.ImportRun;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table of imports. */
@Dependent
public class ImportStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected ImportStore() {}

  /** For tests that bring their own entity manager. */
  public ImportStore(EntityManager entities) {
    this.entities = entities;
  }

  public void add(ImportRun run) {
    entities.persist(run);
    entities.flush();
  }

  public Optional<ImportRun> find(long id) {
    return Optional.ofNullable(entities.find(ImportRun.class, id));
  }

  /** The import, so that nobody else changes it before this transaction ends. */
  public Optional<ImportRun> lock(long id) {
    return Optional.ofNullable(entities.find(ImportRun.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** All parts of an import, in their order. */
  public List<ImportRun> batch(long batchId) {
    return entities
        .createQuery(
            "SELECT i FROM ImportRun i WHERE i.batchId = :batch ORDER BY i.part", ImportRun.class)
        .setParameter("batch", batchId)
        .getResultList();
  }

  public List<ImportRun> newest(int n) {
    return entities
        .createQuery("SELECT i FROM ImportRun i ORDER BY i.id DESC", ImportRun.class)
        .setMaxResults(n)
        .getResultList();
  }
}
