package io.shopkeeper.catalog.boundary.cleaning;

import java.util.Map;

/**
 * A step of a pipeline.
 *
 * @param on whether it runs
 * @param options by name; what is left out has its standard
 */
public record StepData(StepType type, boolean on, Map<String, String> options) {

  public StepData {
    options = options == null ? Map.of() : Map.copyOf(options);
  }
}
