package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.boundary.ModelFile;
import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.entity.ModelPiece;
import io.shopkeeper.platform.entity.ModelVersion;
import io.shopkeeper.platform.entity.StageRecord;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of model versions, their files and their history. */
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
    add(version, artefact, Map.of());
  }

  /** Keeps a version, its artefact and its other files, in pieces. */
  public void add(ModelVersion version, byte[] artefact, Map<String, byte[]> others) {
    entities.persist(version);
    entities.flush();
    keep(version, ModelFile.MODEL, artefact);
    others.forEach((name, content) -> keep(version, name, content));
    for (Long importId : version.view().data().imports()) {
      entities
          .createNativeQuery("INSERT INTO model_import (model_version_id, import_id) VALUES (?, ?)")
          .setParameter(1, version.id())
          .setParameter(2, importId)
          .executeUpdate();
    }
  }

  private void keep(ModelVersion version, String file, byte[] content) {
    for (int from = 0, piece = 0; from < content.length; from += ModelPiece.SIZE, piece++) {
      int to = Math.min(content.length, from + ModelPiece.SIZE);
      entities.persist(
          new ModelPiece(version.id(), file, piece, Arrays.copyOfRange(content, from, to)));
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

  /** The versions, so that nobody else moves their stages before this transaction ends. */
  public void lock(String name) {
    entities
        .createQuery(
            "SELECT m FROM ModelVersion m WHERE m.name = :name ORDER BY m.id", ModelVersion.class)
        .setParameter("name", name)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  public Optional<ModelVersion> live(String name) {
    return inStage(name, Stage.LIVE).stream().findFirst();
  }

  /** Versions of a stage. */
  public List<ModelVersion> inStage(String name, Stage stage) {
    return entities
        .createQuery(
            "SELECT m FROM ModelVersion m WHERE m.name = :name AND m.stage = :stage",
            ModelVersion.class)
        .setParameter("name", name)
        .setParameter("stage", stage)
        .getResultList();
  }

  public List<ModelVersion> versions(String name) {
    return entities
        .createQuery(
            "SELECT m FROM ModelVersion m WHERE m.name = :name ORDER BY m.version DESC",
            ModelVersion.class)
        .setParameter("name", name)
        .getResultList();
  }

  /** Versions that a job made. */
  public List<ModelVersion> ofJob(long jobId) {
    return entities
        .createQuery(
            "SELECT m FROM ModelVersion m WHERE m.jobId = :job ORDER BY m.id", ModelVersion.class)
        .setParameter("job", jobId)
        .getResultList();
  }

  /** Versions that were made from what an import brought, newest first. */
  @SuppressWarnings("unchecked")
  public List<ModelVersion> ofImport(long importId, int n) {
    List<Object> ids =
        entities
            .createNativeQuery(
                "SELECT model_version_id FROM model_import WHERE import_id = ?"
                    + " ORDER BY model_version_id DESC")
            .setParameter(1, importId)
            .setMaxResults(n)
            .getResultList();
    return ids.stream()
        .map(id -> entities.find(ModelVersion.class, ((Number) id).longValue()))
        .toList();
  }

  public List<String> names() {
    return entities
        .createQuery("SELECT DISTINCT m.name FROM ModelVersion m ORDER BY m.name", String.class)
        .getResultList();
  }

  /** The artefact's bytes, put together. */
  public byte[] artefact(ModelVersion version) {
    return file(version, ModelFile.MODEL);
  }

  /** A file's bytes, put together. */
  public byte[] file(ModelVersion version, String file) {
    var bytes = new ByteArrayOutputStream();
    entities
        .createQuery(
            "SELECT p FROM ModelPiece p WHERE p.modelVersionId = :id AND p.fileName = :file"
                + " ORDER BY p.piece",
            ModelPiece.class)
        .setParameter("id", version.id())
        .setParameter("file", file)
        .getResultStream()
        .forEach(piece -> bytes.writeBytes(piece.content()));
    return bytes.toByteArray();
  }

  /** Throws the files of a version away. */
  public void empty(ModelVersion version) {
    entities
        .createQuery("DELETE FROM ModelPiece p WHERE p.modelVersionId = :id")
        .setParameter("id", version.id())
        .executeUpdate();
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
