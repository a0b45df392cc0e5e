package io.shopkeeper.fraud.boundary.cases;

import io.shopkeeper.fraud.cases.CaseStore;
import io.shopkeeper.fraud.cases.DocumentStore;
import io.shopkeeper.fraud.entity.StoredDocument;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/**
 * Documents of cases: what the payer sent, what the bank wrote. They go with their case, and where
 * its customer is erased. Adding, opening and removing is in the audit log, the first and the last
 * in the journal of the case as well.
 */
@Stateless
public class CaseDocuments {

  /** Longest content, in bytes. */
  public static final int LARGEST = 5 * 1024 * 1024;

  /** Documents of a case. */
  public static final int MOST = 20;

  private static final int LONGEST_NAME = 200;

  @Inject private CaseStore cases;
  @Inject private DocumentStore store;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** A document with its content. */
  public record Opened(CaseDocument document, byte[] content) {}

  /** Those of a case, the oldest first. */
  public List<CaseDocument> of(long caseId) {
    return store.of(caseId).stream().map(StoredDocument::view).toList();
  }

  /**
   * Adds one.
   *
   * @param name as it is called where it comes from; folders before it are left out
   * @throws InvalidInputException with the pointer {@code /size} if it is empty or longer than
   *     {@link #LARGEST}, {@code /type} if it is no {@link DocumentType}
   * @throws ConflictException if the case has {@link #MOST} already
   */
  public CaseDocument add(long caseId, String name, byte[] content, String by) {
    if (content.length == 0 || content.length > LARGEST) {
      throw InvalidInputException.of("/size", "must be 1 byte to 5 MiB");
    }
    DocumentType type =
        DocumentType.of(content)
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        "/type", "must be a PDF, a PNG or JPEG picture, or text in UTF-8"));
    if (cases.hold(caseId).isEmpty()) {
      throw new NotFoundException("case", Long.toString(caseId));
    }
    if (store.of(caseId).size() >= MOST) {
      throw new ConflictException(
          "Case %d has %d documents; it takes no more.".formatted(caseId, MOST));
    }
    var document =
        new StoredDocument(
            new CaseDocument(
                0, caseId, plain(name), type, content.length, hash(content), clock.instant(), by));
    store.add(document, content);
    note(document.view(), CaseAct.DOCUMENT, by);
    audit.record(by, "document.add", "case " + caseId, said(document.view()));
    return document.view();
  }

  /** Without folders and what is no sign; never empty. */
  static String plain(String name) {
    String last = name == null ? "" : name.substring(1 + lastFolder(name));
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "").strip();
    String fit =
        clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    return fit.isEmpty() || fit.matches("\\.+") ? "document" : fit;
  }

  private static int lastFolder(String name) {
    return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Opens one.
   *
   * @throws IllegalStateException if what was kept is damaged
   */
  public Opened open(long id, String by) {
    CaseDocument document = require(id).view();
    byte[] content = store.content(id);
    if (!hash(content).equals(document.sha256())) {
      throw new IllegalStateException("document " + id + " of a case is damaged");
    }
    audit.record(by, "document.open", "case " + document.caseId(), said(document));
    return new Opened(document, content);
  }

  /**
   * Removes one: who added it, or a supervisor.
   *
   * @throws ConflictException if it is somebody else's
   */
  public void remove(long id, CaseWorker by) {
    StoredDocument document = require(id);
    if (!by.supervisor() && !document.view().addedBy().equals(by.name())) {
      throw new ConflictException("Somebody else added this document.");
    }
    store.remove(document);
    note(document.view(), CaseAct.UNDOCUMENT, by.name());
    audit.record(
        by.name(), "document.remove", "case " + document.view().caseId(), said(document.view()));
  }

  private StoredDocument require(long id) {
    return store.find(id).orElseThrow(() -> new NotFoundException("document", Long.toString(id)));
  }

  private void note(CaseDocument document, CaseAct act, String by) {
    cases.write(document.caseId(), clock.instant(), by, act, document.name());
  }

  private static String said(CaseDocument document) {
    return "%d %s, %d bytes, SHA-256 %s"
        .formatted(document.id(), document.type(), document.bytes(), document.sha256());
  }
}
