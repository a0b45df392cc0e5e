package io.shopkeeper.catalog.clean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.List;
import java.util.Map;

/** Small structures that a column keeps as JSON. Safe for use by several threads. */
public final class JsonColumn {

  private static final int LONGEST_ERRORS = 20_000;
  private static final int MOST_ERRORS = 10;
  private static final int LONGEST_ERROR_PART = 150;
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonColumn() {}

  public static String write(Map<String, ?> map) {
    return toText(map);
  }

  public static Map<String, String> readTexts(String text) {
    return read(text, new TypeReference<>() {});
  }

  /** A map that can be changed. */
  public static Map<String, Long> readCounts(String text) {
    return read(text, new TypeReference<>() {});
  }

  /** The errors, or as much of the first ones as the column holds. */
  public static String writeErrors(List<FieldError> errors) {
    String text = toText(errors);
    if (text.length() <= LONGEST_ERRORS) {
      return text;
    }
    // A character takes six at most in JSON, as a u-escape.
    return toText(
        errors.stream()
            .limit(MOST_ERRORS)
            .map(error -> new FieldError(shorten(error.pointer()), shorten(error.message())))
            .toList());
  }

  /** A text from outside, short enough to stand among others. */
  public static String shorten(String text) {
    return text.length() <= LONGEST_ERROR_PART
        ? text
        : text.substring(0, LONGEST_ERROR_PART - 1) + "…";
  }

  public static List<FieldError> readErrors(String text) {
    return read(text, new TypeReference<>() {});
  }

  private static String toText(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException("cannot be written as JSON", problem);
    }
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException problem) {
      throw new IllegalStateException("a stored JSON text is damaged", problem);
    }
  }
}
