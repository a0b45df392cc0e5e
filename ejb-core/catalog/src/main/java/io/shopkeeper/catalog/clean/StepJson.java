package io.shopkeeper.catalog.clean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import java.util.List;

/** Steps as a column keeps them. Safe for use by several threads. */
public final class StepJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StepJson() {}

  /** As JSON. */
  public static String write(List<StepData> steps) {
    try {
      return JSON.writeValueAsString(steps);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("steps cannot be written as JSON", impossible);
    }
  }

  /** From JSON that was written here. */
  public static List<StepData> read(String text) {
    try {
      return JSON.readValue(text, new TypeReference<List<StepData>>() {});
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("a stored pipeline is damaged", damaged);
    }
  }
}
