package io.shopkeeper.platform.boundary;

import java.util.Map;

/**
 * One job of a schedule; each waits until the one before it has succeeded.
 *
 * @param kind one of {@link Jobs#offers}
 * @param parameters what was chosen; null for the usual
 */
public record ScheduleStep(String kind, Map<String, String> parameters) {

  public ScheduleStep {
    parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
  }
}
