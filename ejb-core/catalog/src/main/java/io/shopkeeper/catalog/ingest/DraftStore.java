package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.entity.ImportDraft;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table of files that wait to be imported. */
@Dependent
public class DraftStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected DraftStore() {}

  /** For tests that bring their own entity manager. */
  public DraftStore(EntityManager entities) {
    this.entities = entities;
  }

  public void add(ImportDraft draft) {
    entities.persist(draft);
  }

  public Optional<ImportDraft> find(String id) {
    return Optional.ofNullable(entities.find(ImportDraft.class, id));
  }

  public void remove(ImportDraft draft) {
    entities.remove(draft);
  }

  /** Those that were left lying since before a time. */
  public List<ImportDraft> before(long millis) {
    return entities
        .createQuery("SELECT d FROM ImportDraft d WHERE d.createdAt < :before", ImportDraft.class)
        .setParameter("before", millis)
        .getResultList();
  }
}
