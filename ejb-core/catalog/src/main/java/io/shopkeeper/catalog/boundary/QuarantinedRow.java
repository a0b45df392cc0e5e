package io.shopkeeper.catalog.boundary;

import io.shopkeeper.platform.boundary.FieldError;
import java.time.Instant;
import java.util.List;

/**
 * A row that was set aside.
 *
 * @param importId null for a row that came by REST
 * @param row its place in the file, from 1
 * @param raw the row as a JSON object
 */
public record QuarantinedRow(
    long id,
    Long importId,
    ImportKind kind,
    long row,
    String raw,
    List<FieldError> errors,
    Instant at) {}
