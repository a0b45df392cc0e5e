package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The pipelines that the product brings along: they mend what leaves no doubt and flag the rest.
 * Nothing is converted or guessed before somebody switches it on.
 */
public final class StandardPipelines {

  private StandardPipelines() {}

  /** The pipeline of a kind. */
  public static List<StepData> of(ImportKind kind) {
    var steps = new ArrayList<StepData>();
    steps.add(on(StepType.CHARACTERS, Map.of()));
    switch (kind) {
      case PRODUCTS -> products(steps);
      case CUSTOMERS -> {
        steps.add(on(StepType.TIME, Map.of()));
        steps.add(on(StepType.CONTACT, Map.of()));
        steps.add(on(StepType.DUPLICATE, Map.of()));
        steps.add(on(StepType.NEAR, Map.of()));
      }
      case ORDERS -> {
        steps.add(on(StepType.CURRENCY, Map.of()));
        steps.add(on(StepType.NUMBER, Map.of()));
        steps.add(on(StepType.TIME, Map.of()));
        // Orders may come as a row for each line: then the order's id repeats with other values.
        steps.add(on(StepType.DUPLICATE, Map.of("key", "id", "different", "ACCEPT")));
        steps.add(
            off(
                StepType.OUTLIER,
                Map.of("fields", "quantity, unitPrice", "scale", "LOG", "method", "ISOLATION")));
      }
      default -> {
        steps.add(on(StepType.NUMBER, Map.of()));
        steps.add(on(StepType.TIME, Map.of()));
        steps.add(on(StepType.DUPLICATE, Map.of()));
      }
    }
    return List.copyOf(steps);
  }

  private static void products(List<StepData> steps) {
    steps.add(on(StepType.CURRENCY, Map.of()));
    steps.add(on(StepType.NUMBER, Map.of()));
    steps.add(on(StepType.TIME, Map.of()));
    steps.add(off(StepType.UNITS, Map.of()));
    steps.add(on(StepType.CATEGORY, Map.of()));
    steps.add(on(StepType.LANGUAGE, Map.of()));
    steps.add(
        off(
            StepType.MISSING,
            Map.of("field", "price", "action", "MODEL", "by", "categoryPath, brand")));
    steps.add(on(StepType.DUPLICATE, Map.of()));
    steps.add(on(StepType.NEAR, Map.of()));
    steps.add(
        on(
            StepType.OUTLIER,
            Map.of(
                "method",
                "ROBUST_Z",
                "fields",
                "price",
                "by",
                "categoryPath",
                "scale",
                "LOG",
                "limit",
                "6")));
  }

  private static StepData on(StepType type, Map<String, String> options) {
    return new StepData(type, true, options);
  }

  private static StepData off(StepType type, Map<String, String> options) {
    return new StepData(type, false, options);
  }
}
