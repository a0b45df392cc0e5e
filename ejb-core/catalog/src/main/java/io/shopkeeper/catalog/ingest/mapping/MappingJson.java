package io.shopkeeper.catalog.ingest.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.FieldRule;
import io.shopkeeper.catalog.boundary.ImportMapping;
import io.shopkeeper.catalog.boundary.MappingStep;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.catalog.boundary.RowTest;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Mappings as JSON: the file that people keep, send and give to the command line. Safe for use by
 * several threads.
 */
public final class MappingJson {

  /** What the field {@code format} says. */
  public static final String FORMAT = "shopkeeper-mapping/1";

  private static final int LONGEST = 200_000;
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(20)
                          .maxStringLength(20_000)
                          .build())
                  .build())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private MappingJson() {}

  /**
   * Reads a mapping.
   *
   * @throws InvalidInputException with every fault and its place
   */
  public static ImportMapping read(String text) {
    if (text == null || text.length() > LONGEST) {
      throw InvalidInputException.of("", "a mapping has 1 to %,d characters".formatted(LONGEST));
    }
    try {
      JsonNode node = JSON.readTree(text);
      if (!(node instanceof ObjectNode object)) {
        throw InvalidInputException.of("", "must be a JSON object");
      }
      var errors = new ArrayList<FieldError>();
      ImportMapping mapping = new MappingReader(errors).mapping(object);
      if (!errors.isEmpty()) {
        throw new InvalidInputException(errors);
      }
      return mapping;
    } catch (JsonProcessingException malformed) {
      throw InvalidInputException.of("", "is not JSON: " + malformed.getOriginalMessage());
    }
  }

  /** Writes a mapping so that a person can read it. */
  public static String write(ImportMapping mapping) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node(mapping));
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException("cannot be written as JSON", problem);
    }
  }

  /** Writes one target for storing. */
  public static String write(MappingTarget target) {
    return node(target).toString();
  }

  /** Reads what {@link #write(MappingTarget)} wrote. */
  public static MappingTarget readTarget(String text) {
    try {
      var errors = new ArrayList<FieldError>();
      return new MappingReader(errors).target((ObjectNode) JSON.readTree(text), "");
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("a stored mapping is damaged", damaged);
    }
  }

  private static ObjectNode node(ImportMapping mapping) {
    ObjectNode node = JSON.createObjectNode();
    node.put("format", FORMAT);
    node.put("name", mapping.name());
    node.put("titleEn", mapping.titleEn());
    node.put("titleZh", mapping.titleZh());
    ArrayNode targets = node.putArray("targets");
    mapping.targets().forEach(target -> targets.add(node(target)));
    return node;
  }

  private static ObjectNode node(MappingTarget target) {
    ObjectNode node = JSON.createObjectNode();
    node.put("kind", target.kind().name().toLowerCase(Locale.ROOT));
    if (target.files() != null) {
      node.put("files", target.files());
    }
    if (target.merge()) {
      node.put("merge", true);
    }
    if (!target.where().isEmpty()) {
      ArrayNode where = node.putArray("where");
      target.where().forEach(test -> where.add(node(test)));
    }
    ObjectNode fields = node.putObject("fields");
    target.fields().forEach((field, rule) -> fields.set(field, node(rule)));
    return node;
  }

  private static ObjectNode node(RowTest test) {
    ObjectNode node = JSON.createObjectNode();
    node.put("column", test.column());
    node.put("test", test.test());
    if (test.value() != null) {
      node.put("value", test.value());
    }
    return node;
  }

  private static ObjectNode node(FieldRule rule) {
    ObjectNode node = JSON.createObjectNode();
    if (rule.columns().size() == 1) {
      node.put("column", rule.columns().getFirst());
    } else if (!rule.columns().isEmpty()) {
      ArrayNode columns = node.putArray("columns");
      rule.columns().forEach(columns::add);
      node.put("joiner", rule.joiner());
    }
    if (rule.constant() != null) {
      node.put("constant", rule.constant());
    }
    if (!rule.steps().isEmpty()) {
      ArrayNode steps = node.putArray("steps");
      rule.steps().forEach(step -> steps.add(node(step)));
    }
    if (rule.otherwise() != null) {
      node.put("otherwise", rule.otherwise());
    }
    if (!"first".equals(rule.take())) {
      node.put("take", rule.take());
    }
    return node;
  }

  private static ObjectNode node(MappingStep step) {
    ObjectNode node = JSON.createObjectNode();
    node.put("do", step.action());
    step.options().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(option -> node.put(option.getKey(), option.getValue()));
    if (!step.table().isEmpty()) {
      ObjectNode table = node.putObject("table");
      step.table().entrySet().stream()
          .sorted(java.util.Map.Entry.comparingByKey())
          .forEach(entry -> table.put(entry.getKey(), entry.getValue()));
    }
    return node;
  }

  /** The names of fields of an object, in their order. */
  static List<String> names(ObjectNode node) {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
