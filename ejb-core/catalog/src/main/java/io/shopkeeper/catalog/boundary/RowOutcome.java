package io.shopkeeper.catalog.boundary;

import io.shopkeeper.platform.boundary.FieldError;
import java.util.List;

/**
 * What became of one row of a batch.
 *
 * @param row its place, from 0
 * @param id its own id, null where it has none
 * @param errors empty unless quarantined
 */
public record RowOutcome(int row, RowStatus status, String id, List<FieldError> errors) {}
