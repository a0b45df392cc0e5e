package io.shopkeeper.prediction.boundary;

import java.time.Instant;

/**
 * A data set without anything of its cells: these may be personal data.
 *
 * @param model the model that predicts its target, in the registry
 * @param columns how many
 * @param bytes of the file as it came
 */
public record DataSetSummary(
    String name,
    String model,
    String target,
    DataTask task,
    long rows,
    int columns,
    long bytes,
    Instant createdAt,
    String createdBy) {}
