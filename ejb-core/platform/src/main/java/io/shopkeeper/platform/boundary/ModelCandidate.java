package io.shopkeeper.platform.boundary;

import java.util.List;
import java.util.Map;

/**
 * What a training hands to the registry.
 *
 * @param name the model, such as {@code recommendation}
 * @param formatVersion version of the artefact's own format
 * @param artefact the model itself; the array is not copied
 * @param metrics split, then metric, then value
 * @param provenance where it comes from: data, code and machine
 * @param curves a value per step, by name
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
    Map<String, List<Double>> curves) {}
