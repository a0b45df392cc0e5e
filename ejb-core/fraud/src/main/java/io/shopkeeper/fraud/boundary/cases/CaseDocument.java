package io.shopkeeper.fraud.boundary.cases;

import java.time.Instant;

/**
 * A document of a case, without its content.
 *
 * @param name as it was called, without folders
 * @param bytes how long it is
 * @param sha256 of its content, in hexadecimal
 */
public record CaseDocument(
    long id,
    long caseId,
    String name,
    DocumentType type,
    long bytes,
    String sha256,
    Instant addedAt,
    String addedBy) {}
