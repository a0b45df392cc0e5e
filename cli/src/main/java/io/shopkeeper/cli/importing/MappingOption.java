package io.shopkeeper.cli.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code --mapping} names: a file with a mapping or with a plain object of column names, or a
 * mapping that the shop keeps.
 *
 * @param columns source column to field; empty where there is a mapping
 * @param mapping the mapping or its name; null where there are columns
 */
record MappingOption(Map<String, String> columns, JsonNode mapping) {

  static final MappingOption NONE = new MappingOption(Map.of(), null);

  static MappingOption of(String given) {
    Path file = Path.of(given);
    if (!Files.exists(file)) {
      if (!given.matches("[a-z0-9][a-z0-9-]{0,79}")) {
        throw new CommandFailedException("There is no file " + given + ".");
      }
      return new MappingOption(Map.of(), TextNode.valueOf(given));
    }
    try {
      JsonNode node = new ObjectMapper().readTree(file.toFile());
      if (!node.isObject()) {
        throw new CommandFailedException(given + " is not a JSON object.");
      }
      return node.has("format") ? new MappingOption(Map.of(), node) : columns(given, node);
    } catch (JsonProcessingException malformed) {
      throw new CommandFailedException(
          "%s is not JSON: %s".formatted(given, malformed.getOriginalMessage()), malformed);
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot read " + given + ".", problem);
    }
  }

  private static MappingOption columns(String file, JsonNode node) {
    var columns = new LinkedHashMap<String, String>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isTextual()) {
        throw new CommandFailedException(
            "%s: %s must be the name of a field. A whole mapping says \"format\"."
                .formatted(file, entry.getKey()));
      }
      columns.put(entry.getKey(), entry.getValue().asText());
    }
    return new MappingOption(columns, null);
  }
}
