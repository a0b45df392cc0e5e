package io.shopkeeper.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a training gave.
 *
 * @param artefact the model as it is stored
 * @param options with which it was trained
 * @param metrics by split, then by name
 * @param standardErrors of metrics, by split, then by name
 * @param curves by name
 * @param facts for the record of the model's origin
 * @param files what else is kept beside the model, by name
 */
public record Trained(
    byte[] artefact,
    Map<String, String> options,
    Map<String, Map<String, Double>> metrics,
    Map<String, Map<String, Double>> standardErrors,
    Map<String, List<Double>> curves,
    Map<String, String> facts,
    Map<String, byte[]> files) {

  public Trained {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    metrics = Map.copyOf(metrics);
    standardErrors = Map.copyOf(standardErrors);
    curves = Map.copyOf(curves);
    facts = Map.copyOf(facts);
    files = Map.copyOf(files);
  }
}
