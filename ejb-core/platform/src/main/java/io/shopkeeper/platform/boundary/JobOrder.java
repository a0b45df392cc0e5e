package io.shopkeeper.platform.boundary;

import java.util.Map;

/**
 * A job that somebody wants.
 *
 * @param kind one of {@link Jobs#offers}
 * @param parameters what was chosen; null for the usual
 * @param after the job that has to succeed first; null for none
 */
public record JobOrder(String kind, Map<String, String> parameters, Long after) {

  public JobOrder {
    parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
  }
}
