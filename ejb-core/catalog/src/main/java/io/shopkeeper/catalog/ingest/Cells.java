package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.shopkeeper.catalog.clean.RowNote;
import io.shopkeeper.platform.boundary.FieldError;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The cells of one row by field, read as the types that a record wants. What cannot be read is
 * noted as an error; trimmed space and Unicode normal form are mended and noted as a repair. For
 * one thread.
 */
final class Cells {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LATEST_SECONDS = 100_000_000_000L;

  private final Map<String, String> values;
  private final List<FieldError> errors = new ArrayList<>();
  private final List<RowNote> doubts = new ArrayList<>();
  private final List<RowNote> repairs = new ArrayList<>();

  Cells(Map<String, String> values) {
    this.values = values;
  }

  List<FieldError> errors() {
    return errors;
  }

  List<RowNote> doubts() {
    return doubts;
  }

  List<RowNote> repairs() {
    return repairs;
  }

  void error(String field, String message) {
    errors.add(new FieldError("/" + field, message));
  }

  /** Text; null where empty. */
  String text(String field) {
    String raw = values.get(field);
    if (raw == null) {
      return null;
    }
    String clean = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
    if (!clean.equals(raw)) {
      repairs.add(new RowNote("text.trimmed", field, ""));
    }
    if (!clean.isEmpty()
        && "=+-@".indexOf(clean.charAt(0)) >= 0
        && clean.length() > 1
        && !clean.matches("[-+]?[\\d.,]+")) {
      doubts.add(new RowNote("text.formula", field, field + " begins like a formula"));
    }
    return clean.isEmpty() ? null : clean;
  }

  /** Text, or another where it is missing. */
  String text(String field, String otherwise) {
    String text = text(field);
    return text == null ? otherwise : text;
  }

  BigDecimal decimal(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    if (!text.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
      error(field, "must be a number with a point, such as 19.90, but is " + shorten(text));
      return null;
    }
    return new BigDecimal(text);
  }

  Double number(String field) {
    BigDecimal value = decimal(field);
    return value == null ? null : (Double) value.doubleValue();
  }

  int integer(String field, int otherwise) {
    String text = text(field);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("-?\\d{1,9}")) {
      error(field, "must be a whole number, but is " + shorten(text));
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  boolean flag(String field, boolean otherwise) {
    String text = text(field);
    if (text == null) {
      return otherwise;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1", "是" -> true;
      case "false", "no", "0", "否" -> false;
      default -> {
        error(field, "must be true or false, but is " + shorten(text));
        yield otherwise;
      }
    };
  }

  /** ISO 8601 with or without zone (then UTC), a date, or seconds or milliseconds since 1970. */
  Instant time(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      if (text.matches("\\d{1,15}")) {
        long number = Long.parseLong(text);
        return number < LATEST_SECONDS
            ? Instant.ofEpochSecond(number)
            : Instant.ofEpochMilli(number);
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      String iso = text.replace(' ', 'T').replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
      return iso.matches(".*(Z|[+-]\\d{2}:\\d{2})$")
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException unreadable) {
      error(field, "must be a time such as 2026-11-24T10:00:00Z, but is " + shorten(text));
      return null;
    }
  }

  /** An object of texts: as JSON, or as {@code name=value;name=value}. */
  Map<String, String> texts(String field) {
    JsonNode node = structure(field);
    if (node == null) {
      return Map.of();
    }
    var texts = new LinkedHashMap<String, String>();
    if (node.isTextual()) {
      for (String pair : node.asText().split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
          error(field, "must look like colour=red;size=M or be a JSON object");
          return Map.of();
        }
        texts.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
      return texts;
    }
    if (!node.isObject()) {
      error(field, "must be an object");
      return Map.of();
    }
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  /** An array, also where a cell holds it as text; empty where missing. */
  List<JsonNode> list(String field) {
    JsonNode node = structure(field);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      error(field, "must be a JSON array");
      return List.of();
    }
    var list = new ArrayList<JsonNode>();
    node.forEach(list::add);
    return list;
  }

  private JsonNode structure(String field) {
    String text = values.getOrDefault(field, "").strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return TextNode.valueOf(text);
    }
    try {
      return JSON.readTree(text);
    } catch (IOException malformed) {
      error(field, "is not JSON");
      return null;
    }
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
