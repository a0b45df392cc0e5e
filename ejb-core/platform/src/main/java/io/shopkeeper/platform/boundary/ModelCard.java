package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one should know of a model version before one uses it, made from what the registry knows and
 * what people wrote.
 *
 * @param intendedUse and limits in the card's language
 * @param metrics with 95 % intervals where they are known
 * @param trainedOn from what it was made
 * @param account code, Java, machine and what else is known of its making
 * @param history of this version, oldest first
 */
public record ModelCard(
    String name,
    int version,
    String language,
    String algorithm,
    Stage stage,
    Instant createdAt,
    String createdBy,
    String intendedUse,
    String limits,
    List<Metric> metrics,
    Map<String, String> hyperParameters,
    long seed,
    DataSnapshot trainedOn,
    Map<String, String> account,
    List<ModelFile> files,
    List<String> tags,
    String notes,
    List<StageChange> history) {

  /** A metric; the interval is null where it is not known. */
  public record Metric(String split, String name, double value, Double low, Double high) {}
}
