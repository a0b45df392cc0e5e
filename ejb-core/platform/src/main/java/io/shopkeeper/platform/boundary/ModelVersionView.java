package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a model: all but stage, tags and notes is fixed for ever.
 *
 * @param version counts from 1 for each model
 * @param sha256 of the artefact, in hexadecimal
 * @param standardErrors of those metrics that have one; a 95 % interval is 1.96 of them to each
 *     side
 * @param promotedAt when it last went live; null if it never did
 * @param liveUntil when it last ceased to be live; null if it never did
 * @param jobId the job that made it; null if none did
 * @param origin fingerprint of the shop that it was taken over from; empty for one's own
 * @param filesRemovedAt when its files were thrown away to save space; null while they are there
 * @param gate what the quality gate found of it; null where nobody asked it
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
    Instant promotedAt,
    Map<String, Map<String, Double>> standardErrors,
    DataSnapshot data,
    List<ModelFile> files,
    List<String> tags,
    String notes,
    Long jobId,
    String origin,
    Instant liveUntil,
    Instant filesRemovedAt,
    GateReport gate) {

  /** A metric on a split. */
  public Optional<Double> metric(String split, String metric) {
    return Optional.ofNullable(metrics.getOrDefault(split, Map.of()).get(metric));
  }

  /** How sure it is. */
  public Optional<Double> standardError(String split, String metric) {
    return Optional.ofNullable(standardErrors.getOrDefault(split, Map.of()).get(metric));
  }
}
