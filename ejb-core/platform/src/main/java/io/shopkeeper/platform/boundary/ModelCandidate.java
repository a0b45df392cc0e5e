package io.shopkeeper.platform.boundary;

import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a training hands to the registry.
 *
 * @param name the model, such as {@code recommendation}
 * @param formatVersion version of the artefact's own format
 * @param artefact the model itself; the array is not copied
 * @param metrics split, then metric, then value
 * @param provenance where it comes from, beside what the registry knows: code, Java, machine
 * @param curves a value per step, by name
 * @param standardErrors split, then metric, then standard error, for those metrics that have one
 * @param data from what it was made
 * @param files by name, beside the model itself
 * @param jobId the job that made it; null if none did
 */
public record ModelCandidate(
    String name,
    String algorithm,
    int formatVersion,
    byte[] artefact,
    Map<String, String> hyperParameters,
    long seed,
    Map<String, Map<String, Double>> metrics,
    Map<String, String> provenance,
    Map<String, List<Double>> curves,
    Map<String, Map<String, Double>> standardErrors,
    DataSnapshot data,
    Map<String, byte[]> files,
    Long jobId) {

  /** One of which no more is known. */
  public ModelCandidate(
      String name,
      String algorithm,
      int formatVersion,
      byte[] artefact,
      Map<String, String> hyperParameters,
      long seed,
      Map<String, Map<String, Double>> metrics,
      Map<String, String> provenance,
      Map<String, List<Double>> curves) {
    this(
        name,
        algorithm,
        formatVersion,
        artefact,
        hyperParameters,
        seed,
        metrics,
        provenance,
        curves,
        Map.of(),
        DataSnapshot.UNKNOWN,
        Map.of(),
        null);
  }

  /**
   * What a training gave.
   *
   * @param name the model
   * @param formatVersion version of the artefact's own format
   */
  public static ModelCandidate of(
      String name, int formatVersion, TrainingTask task, Trained trained) {
    return new ModelCandidate(
        name,
        task.algorithm(),
        formatVersion,
        trained.artefact(),
        trained.options(),
        task.seed(),
        trained.metrics(),
        trained.facts(),
        trained.curves(),
        trained.standardErrors(),
        DataSnapshot.UNKNOWN,
        trained.files(),
        null);
  }

  /** With how sure the metrics are. */
  public ModelCandidate measured(Map<String, Map<String, Double>> errors) {
    return copy(provenance, errors, data, files, jobId);
  }

  /** With the data that it was made from. */
  public ModelCandidate madeFrom(DataSnapshot snapshot) {
    return copy(provenance, standardErrors, snapshot, files, jobId);
  }

  /** With the job that made it. */
  public ModelCandidate madeBy(long job) {
    return copy(provenance, standardErrors, data, files, job);
  }

  /** With one file more. */
  public ModelCandidate with(String fileName, byte[] content) {
    var more = new LinkedHashMap<>(files);
    more.put(fileName, content);
    return copy(provenance, standardErrors, data, more, jobId);
  }

  /** With another account of where it comes from. */
  public ModelCandidate told(Map<String, String> account) {
    return copy(account, standardErrors, data, files, jobId);
  }

  private ModelCandidate copy(
      Map<String, String> account,
      Map<String, Map<String, Double>> errors,
      DataSnapshot snapshot,
      Map<String, byte[]> more,
      Long job) {
    return new ModelCandidate(
        name,
        algorithm,
        formatVersion,
        artefact,
        hyperParameters,
        seed,
        metrics,
        account,
        curves,
        errors,
        snapshot,
        more,
        job);
  }
}
