package io.shopkeeper.catalog.ingest.mapping;

import io.shopkeeper.catalog.boundary.MappingStep;
import java.util.List;
import java.util.Map;

/** Finds the format of dates that are not written as ISO 8601. */
final class DateFormats {

  private static final List<String> KNOWN =
      List.of(
          "d.M.yyyy H:mm:ss",
          "d.M.yyyy H:mm",
          "d.M.yyyy",
          "d/M/yyyy H:mm:ss",
          "d/M/yyyy H:mm",
          "d/M/yyyy",
          "M/d/yyyy H:mm:ss",
          "M/d/yyyy H:mm",
          "M/d/yyyy h:mm:ss a",
          "M/d/yyyy h:mm a",
          "M/d/yyyy",
          "yyyy/M/d H:mm:ss",
          "yyyy/M/d H:mm",
          "yyyy/M/d",
          "yyyy年M月d日 H:mm:ss",
          "yyyy年M月d日 H:mm",
          "yyyy年M月d日",
          "d MMM yyyy",
          "MMM d, yyyy");

  private DateFormats() {}

  /** The step that reads all of these, null where none does or none is needed. */
  static MappingStep step(List<String> samples) {
    List<String> present = samples.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    if (present.isEmpty() || present.stream().allMatch(DateFormats::readAnyway)) {
      return null;
    }
    for (String format : KNOWN) {
      var step = new DateStep(format, "UTC");
      if (present.stream().allMatch(text -> reads(step, text))) {
        return new MappingStep("date", Map.of("format", format), Map.of());
      }
    }
    return null;
  }

  private static boolean readAnyway(String text) {
    return text.matches("\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}.*)?|\\d{1,15}");
  }

  private static boolean reads(DateStep step, String text) {
    try {
      return !step.apply(text, new RowValues(1, Map.of())).isEmpty();
    } catch (StepFailedException unreadable) {
      return false;
    }
  }
}
