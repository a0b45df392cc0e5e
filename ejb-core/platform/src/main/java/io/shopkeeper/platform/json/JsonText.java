package io.shopkeeper.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Maps that a column keeps as JSON. Safe for use by several threads. */
public final class JsonText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonText() {}

  /** The map as text; null is an empty one. */
  public static String write(Map<String, ?> map) {
    try {
      return JSON.writeValueAsString(map == null ? Map.of() : map);
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException("cannot be written as JSON: " + map, problem);
    }
  }

  /** Names and texts. */
  public static Map<String, String> readTexts(String text) {
    return read(text, new TypeReference<>() {});
  }

  /** Splits, metrics, values. */
  public static Map<String, Map<String, Double>> readMetrics(String text) {
    return read(text, new TypeReference<>() {});
  }

  /** Names and values per step. */
  public static Map<String, List<Double>> readCurves(String text) {
    return read(text, new TypeReference<>() {});
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException problem) {
      throw new IllegalStateException("a stored JSON text is damaged: " + text, problem);
    }
  }
}
