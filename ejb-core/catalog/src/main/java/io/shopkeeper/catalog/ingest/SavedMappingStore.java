package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.entity.SavedMappingEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table of saved mappings. */
@Dependent
public class SavedMappingStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected SavedMappingStore() {}

  /** For tests that bring their own entity manager. */
  public SavedMappingStore(EntityManager entities) {
    this.entities = entities;
  }

  public void add(SavedMappingEntry entry) {
    entities.persist(entry);
    entities.flush();
  }

  /** The newest version of each, by name. */
  public List<SavedMappingEntry> newest() {
    return entities
        .createQuery(
            "SELECT m FROM SavedMappingEntry m WHERE m.version = (SELECT MAX(n.version)"
                + " FROM SavedMappingEntry n WHERE n.name = m.name) ORDER BY m.name",
            SavedMappingEntry.class)
        .getResultList();
  }

  /** The newest version of one. */
  public Optional<SavedMappingEntry> newest(String name) {
    return entities
        .createQuery(
            "SELECT m FROM SavedMappingEntry m WHERE m.name = :name ORDER BY m.version DESC",
            SavedMappingEntry.class)
        .setParameter("name", name)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Removes all versions; answers whether there was one. */
  public boolean remove(String name) {
    return entities
            .createQuery("DELETE FROM SavedMappingEntry m WHERE m.name = :name")
            .setParameter("name", name)
            .executeUpdate()
        > 0;
  }
}
