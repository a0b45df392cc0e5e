package io.shopkeeper.catalog.boundary.cleaning;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.time.Instant;
import java.util.List;

/**
 * The pipeline of a kind. A version never changes; the newest one cleans.
 *
 * @param version counts from 1; 0 is the standard that the product brings along
 * @param changedAt null for the standard
 * @param changedBy null for the standard
 */
public record PipelineView(
    ImportKind kind,
    int version,
    List<StepData> steps,
    Instant changedAt,
    String changedBy,
    String note) {}
