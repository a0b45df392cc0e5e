package io.shopkeeper.catalog.clean;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.entity.CleaningSample;
import io.shopkeeper.catalog.entity.PipelineVersion;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of pipelines and of the rows that they are previewed with. */
@Dependent
public class PipelineStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected PipelineStore() {}

  /** For tests that bring their own entity manager. */
  public PipelineStore(EntityManager entities) {
    this.entities = entities;
  }

  /** The newest version of a kind. */
  public Optional<PipelineVersion> newest(ImportKind kind) {
    return versions(kind, 1).stream().findFirst();
  }

  /** Newest first. */
  public List<PipelineVersion> versions(ImportKind kind, int n) {
    return entities
        .createQuery(
            "SELECT p FROM PipelineVersion p WHERE p.kind = :kind ORDER BY p.version DESC",
            PipelineVersion.class)
        .setParameter("kind", kind)
        .setMaxResults(n)
        .getResultList();
  }

  public Optional<PipelineVersion> find(ImportKind kind, int version) {
    return entities
        .createQuery(
            "SELECT p FROM PipelineVersion p WHERE p.kind = :kind AND p.version = :version",
            PipelineVersion.class)
        .setParameter("kind", kind)
        .setParameter("version", version)
        .getResultStream()
        .findFirst();
  }

  public void add(PipelineVersion version) {
    entities.persist(version);
    entities.flush();
  }

  /** The rows of the last import of a kind. */
  public List<Map<String, String>> samples(ImportKind kind) {
    return entities
        .createQuery(
            "SELECT s FROM CleaningSample s WHERE s.kind = :kind ORDER BY s.place",
            CleaningSample.class)
        .setParameter("kind", kind)
        .getResultStream()
        .map(CleaningSample::fields)
        .toList();
  }

  /** Puts rows in place of those of the import before. */
  public void replaceSamples(ImportKind kind, List<Map<String, String>> rows) {
    entities
        .createQuery("DELETE FROM CleaningSample s WHERE s.kind = :kind")
        .setParameter("kind", kind)
        .executeUpdate();
    for (int place = 0; place < rows.size(); place++) {
      entities.persist(new CleaningSample(kind, place, rows.get(place)));
    }
  }
}
