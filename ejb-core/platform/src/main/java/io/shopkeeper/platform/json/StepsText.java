package io.shopkeeper.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.platform.boundary.ScheduleStep;
import java.util.List;

/** The steps of a schedule as a column keeps them. Safe for use by several threads. */
public final class StepsText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StepsText() {}

  public static String write(List<ScheduleStep> steps) {
    try {
      return JSON.writeValueAsString(steps);
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException("cannot be written as JSON: " + steps, problem);
    }
  }

  public static List<ScheduleStep> read(String text) {
    try {
      return JSON.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException problem) {
      throw new IllegalStateException("the stored steps are damaged: " + text, problem);
    }
  }
}
