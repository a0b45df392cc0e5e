package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A version of a model: all but the stage is fixed for ever.
 *
 * @param version counts from 1 for each model
 * @param sha256 of the artefact, in hexadecimal
 * @param promotedAt when it last went live; null if it never did
 */
public record ModelVersionView(
    String name,
    int version,
    String algorithm,
    Stage stage,
    int formatVersion,
    long sizeBytes,
    String sha256,
    Map<String, String> hyperParameters,
    long seed,
    Map<String, Map<String, Double>> metrics,
    Map<String, String> provenance,
    Map<String, List<Double>> curves,
    Instant createdAt,
    String createdBy,
    Instant promotedAt) {}
