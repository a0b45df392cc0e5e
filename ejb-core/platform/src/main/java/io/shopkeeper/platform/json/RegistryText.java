package io.shopkeeper.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.DriftMeasure;
import io.shopkeeper.platform.boundary.GateReport;
import io.shopkeeper.platform.boundary.ModelFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What columns of the model registry keep as JSON. Safe for use by several threads. */
public final class RegistryText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RegistryText() {}

  /** A list of files or words. */
  public static String write(List<?> list) {
    return text(JSON.valueToTree(list));
  }

  /** A snapshot; what is not known is left out. */
  public static String write(DataSnapshot data) {
    return text(tree(data));
  }

  /** A snapshot as a tree; times are texts. */
  public static ObjectNode tree(DataSnapshot data) {
    ObjectNode tree = JSON.createObjectNode();
    if (data.from() != null) {
      tree.put("from", data.from().toString());
    }
    if (data.to() != null) {
      tree.put("to", data.to().toString());
    }
    tree.set("rows", JSON.valueToTree(new java.util.TreeMap<>(data.rows())));
    tree.put("contentHash", data.contentHash());
    tree.set("imports", JSON.valueToTree(data.imports()));
    return tree;
  }

  /** The snapshot of a tree that {@link #tree} made. */
  public static DataSnapshot snapshot(JsonNode tree) {
    return new DataSnapshot(
        time(tree.path("from")),
        time(tree.path("to")),
        JSON.convertValue(
            tree.path("rows").isObject() ? tree.path("rows") : JSON.createObjectNode(),
            new TypeReference<Map<String, Long>>() {}),
        tree.path("contentHash").asText(""),
        JSON.convertValue(
            tree.path("imports").isArray() ? tree.path("imports") : JSON.createArrayNode(),
            new TypeReference<List<Long>>() {}));
  }

  public static DataSnapshot readSnapshot(String text) {
    return snapshot(read(text, new TypeReference<JsonNode>() {}));
  }

  public static List<ModelFile> readFiles(String text) {
    return read(text, new TypeReference<>() {});
  }

  public static List<String> readWords(String text) {
    return read(text, new TypeReference<>() {});
  }

  /** What the quality gate found. */
  public static String write(GateReport report) {
    return text(JSON.valueToTree(report));
  }

  /** What {@link #write(GateReport)} wrote; null of an empty text. */
  public static GateReport readGate(String text) {
    return text.isEmpty() ? null : read(text, new TypeReference<GateReport>() {});
  }

  /**
   * What a measure of drift is told from.
   *
   * @param hits null where they are not known
   */
  public static String write(List<DriftMeasure.Mover> movers, DriftMeasure.HitRates hits) {
    ObjectNode tree = JSON.createObjectNode();
    tree.set("movers", JSON.valueToTree(movers));
    tree.set("hits", JSON.valueToTree(hits));
    return text(tree);
  }

  /** Those that {@link #write(List, DriftMeasure.HitRates)} wrote; before it was the list alone. */
  public static List<DriftMeasure.Mover> readMovers(String text) {
    JsonNode tree = read(text, new TypeReference<JsonNode>() {});
    return JSON.convertValue(
        tree.isArray() ? tree : tree.path("movers"),
        new TypeReference<List<DriftMeasure.Mover>>() {});
  }

  /** What was written beside the movers; null where nothing was. */
  public static DriftMeasure.HitRates readHits(String text) {
    JsonNode tree = read(text, new TypeReference<JsonNode>() {});
    return tree.path("hits").isObject()
        ? JSON.convertValue(tree.path("hits"), DriftMeasure.HitRates.class)
        : null;
  }

  private static Instant time(JsonNode node) {
    return node.isTextual() ? Instant.parse(node.asText()) : null;
  }

  private static String text(JsonNode node) {
    return node.toString();
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException problem) {
      throw new IllegalStateException("a stored JSON text is damaged: " + text, problem);
    }
  }
}
