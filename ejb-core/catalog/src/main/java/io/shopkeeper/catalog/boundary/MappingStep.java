package io.shopkeeper.catalog.boundary;

import java.util.Map;

/**
 * One small change of a value on its way from a column to a field.
 *
 * @param action such as {@code date} or {@code absolute}
 * @param options by name, such as {@code format}
 * @param table for {@code lookup}: what stands for what
 */
public record MappingStep(String action, Map<String, String> options, Map<String, String> table) {

  public MappingStep {
    options = options == null ? Map.of() : Map.copyOf(options);
    table = table == null ? Map.of() : Map.copyOf(table);
  }
}
