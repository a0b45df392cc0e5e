package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.entity.ModelPiece;
import io.shopkeeper.platform.entity.ModelVersion;
import io.shopkeeper.platform.entity.StageRecord;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables of model versions, their artefacts and their history. */
@Dependent
public class ModelStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected ModelStore() {}

  /** For tests that bring their own entity manager. */
  public ModelStore(EntityManager entities) {
    this.entities = entities;
  }

  /** The number that the next version gets. */
  public int nextVersion(String name) {
    Integer highest =
        entities
            .createQuery(
                "SELECT MAX(m.version) FROM ModelVersion m WHERE m.name = :name", Integer.class)
            .setParameter("name", name)
            .getSingleResult();
    return highest == null ? 1 : highest + 1;
  }

  /** Keeps a version and its artefact, in pieces. */
  public void add(ModelVersion version, byte[] artefact) {
    entities.persist(version);
    entities.flush();
    for (int from = 0, piece = 0; from < artefact.length; from += ModelPiece.SIZE, piece++) {
      int to = Math.min(artefact.length, from + ModelPiece.SIZE);
      entities.persist(new ModelPiece(version.id(), piece, Arrays.copyOfRange(artefact, from, to)));
    }
  }

  public Optional<ModelVersion> find(String name, int version) {
    return entities
        .createQuery(
            "SELECT m FROM ModelVersion m WHERE m.name = :name AND m.version = :version",
            ModelVersion.class)
        .setParameter("name", name)
        .setParameter("version", version)
        .getResultStream()
        .findFirst();
  }

  public Optional<ModelVersion> live(String name) {
    return entities
        .createQuery(
            "SELECT m FROM ModelVersion m WHERE m.name = :name AND m.stage = :stage",
            ModelVersion.class)
        .setParameter("name", name)
        .setParameter("stage", Stage.LIVE)
        .getResultStream()
        .findFirst();
  }

  public List<ModelVersion> versions(String name) {
    return entities
        .createQuery(
            "SELECT m FROM ModelVersion m WHERE m.name = :name ORDER BY m.version DESC",
            ModelVersion.class)
        .setParameter("name", name)
        .getResultList();
  }

  public List<String> names() {
    return entities
        .createQuery("SELECT DISTINCT m.name FROM ModelVersion m ORDER BY m.name", String.class)
        .getResultList();
  }

  /** The artefact's bytes, put together. */
  public byte[] artefact(ModelVersion version) {
    var bytes = new ByteArrayOutputStream();
    entities
        .createQuery(
            "SELECT p FROM ModelPiece p WHERE p.modelVersionId = :id ORDER BY p.piece",
            ModelPiece.class)
        .setParameter("id", version.id())
        .getResultStream()
        .forEach(piece -> bytes.writeBytes(piece.content()));
    return bytes.toByteArray();
  }

  public void add(StageRecord change) {
    entities.persist(change);
  }

  public List<StageRecord> history(String name) {
    return entities
        .createQuery(
            "SELECT s FROM StageRecord s WHERE s.name = :name ORDER BY s.id DESC",
            StageRecord.class)
        .setParameter("name", name)
        .getResultList();
  }
}
