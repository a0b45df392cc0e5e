package io.shopkeeper.recommendation.estimate;

import io.shopkeeper.recommendation.boundary.estimate.EstimatedAct;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which version is asked for.
 *
 * @param days whose lists are looked at, 1 to 90
 * @param by who wants it
 */
public record EstimateOrder(String placement, int version, EstimatedAct act, int days, String by) {

  /** As the parameters of a job. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("placement", placement);
    parameters.put("version", Integer.toString(version));
    parameters.put("metric", act.word());
    parameters.put("days", Integer.toString(days));
    return parameters;
  }

  static EstimateOrder of(Map<String, String> parameters, String by) {
    return new EstimateOrder(
        parameters.get("placement"),
        Integer.parseInt(parameters.get("version")),
        EstimatedAct.of(parameters.get("metric")),
        Integer.parseInt(parameters.get("days")),
        by);
  }
}
