package io.shopkeeper.fraud.cases;

import io.shopkeeper.fraud.entity.StoredDocument;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables of documents of cases. */
@Dependent
public class DocumentStore {

  private static final int PIECE = 512 * 1024;

  @PersistenceContext(unitName = "fraud")
  private EntityManager entities;

  protected DocumentStore() {}

  /** With a given entity manager, outside a server. */
  public DocumentStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps one with its content. */
  public void add(StoredDocument document, byte[] content) {
    entities.persist(document);
    entities.flush();
    int piece = 0;
    for (int from = 0; from < content.length; from += PIECE) {
      entities
          .createNativeQuery(
              "INSERT INTO fraud_case_document_piece (document_id, piece_no, content)"
                  + " VALUES (?1, ?2, ?3)")
          .setParameter(1, document.id())
          .setParameter(2, piece++)
          .setParameter(
              3, Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE)))
          .executeUpdate();
    }
  }

  /** Those of a case, the oldest first. */
  public List<StoredDocument> of(long caseId) {
    return entities
        .createQuery(
            "SELECT d FROM StoredDocument d WHERE d.caseId = :id ORDER BY d.at, d.id",
            StoredDocument.class)
        .setParameter("id", caseId)
        .getResultList();
  }

  public Optional<StoredDocument> find(long id) {
    return Optional.ofNullable(entities.find(StoredDocument.class, id));
  }

  /** What is in it. */
  public byte[] content(long id) {
    var bytes = new ByteArrayOutputStream();
    for (Object piece :
        entities
            .createNativeQuery(
                "SELECT content FROM fraud_case_document_piece WHERE document_id = ?1"
                    + " ORDER BY piece_no")
            .setParameter(1, id)
            .getResultList()) {
      bytes.writeBytes((byte[]) piece);
    }
    return bytes.toByteArray();
  }

  /** Removes one with its content. */
  public void remove(StoredDocument document) {
    entities
        .createNativeQuery("DELETE FROM fraud_case_document_piece WHERE document_id = ?1")
        .setParameter(1, document.id())
        .executeUpdate();
    entities.remove(document);
    entities.flush();
  }
}
