package io.shopkeeper.platform.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.ModelFile;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.json.RegistryText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a bundle says of the version in it: all that is fixed of the version, and each file with its
 * length and checksum. The signature is over exactly these bytes.
 */
final class Manifest {

  /** Version of this format. */
  static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private final JsonNode tree;
  private final List<ModelFile> files;

  private Manifest(JsonNode tree, List<ModelFile> files) {
    this.tree = tree;
    this.files = files;
  }

  /** The manifest of a version. */
  static byte[] write(ModelVersionView version, String by, Instant now) {
    ObjectNode tree = JSON.createObjectNode();
    tree.put("bundleFormat", FORMAT);
    tree.put("name", version.name());
    tree.put("version", version.version());
    tree.put("algorithm", version.algorithm());
    tree.put("formatVersion", version.formatVersion());
    tree.put("seed", version.seed());
    tree.set("hyperParameters", JSON.valueToTree(new TreeMap<>(version.hyperParameters())));
    tree.set("metrics", JSON.valueToTree(version.metrics()));
    tree.set("standardErrors", JSON.valueToTree(version.standardErrors()));
    tree.set("curves", JSON.valueToTree(version.curves()));
    tree.set("provenance", JSON.valueToTree(new TreeMap<>(version.provenance())));
    tree.set("data", RegistryText.tree(version.data().withoutImports()));
    tree.put("createdAt", version.createdAt().toString());
    tree.put("createdBy", version.createdBy());
    tree.set("files", JSON.valueToTree(version.files()));
    tree.put("exportedAt", now.toString());
    tree.put("exportedBy", by);
    return tree.toPrettyString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #write} made.
   *
   * @throws InvalidInputException if it is none
   */
  static Manifest read(byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      if (tree.path("bundleFormat").asInt() != FORMAT) {
        throw wrong(
            "has the format %s; this build reads %d"
                .formatted(tree.path("bundleFormat").asText("?"), FORMAT));
      }
      var files = JSON.convertValue(tree.path("files"), new TypeReference<List<ModelFile>>() {});
      var manifest = new Manifest(tree, files);
      manifest.check();
      return manifest;
    } catch (IOException | IllegalArgumentException broken) {
      throw wrong("cannot be read");
    }
  }

  private void check() {
    if (!NAME.matcher(name()).matches() || files == null || files.size() > 50) {
      throw wrong("names no model, or more than 50 files");
    }
    Set<String> names = new HashSet<>();
    for (ModelFile file : files) {
      if (file.name() == null
          || !FILE.matcher(file.name()).matches()
          || file.sha256() == null
          || file.sizeBytes() < 0
          || !names.add(file.name())) {
        throw wrong("describes a file that cannot be");
      }
    }
    if (!names.contains(ModelFile.MODEL)) {
      throw wrong("describes no " + ModelFile.MODEL);
    }
  }

  String name() {
    return tree.path("name").asText();
  }

  int version() {
    return tree.path("version").asInt();
  }

  List<ModelFile> files() {
    return files;
  }

  /** The version as a candidate for this shop, with an account of where it comes from. */
  ModelCandidate candidate(Map<String, byte[]> contents, String fingerprint) {
    var account = new TreeMap<>(texts("provenance"));
    account.put("originalVersion", Integer.toString(version()));
    account.put("originalCreatedAt", tree.path("createdAt").asText());
    account.put("originalCreatedBy", tree.path("createdBy").asText());
    account.put("originalShop", fingerprint);
    var others = new TreeMap<>(contents);
    byte[] artefact = others.remove(ModelFile.MODEL);
    try {
      return new ModelCandidate(
          name(),
          text("algorithm", 80),
          tree.path("formatVersion").asInt(),
          artefact,
          texts("hyperParameters"),
          tree.path("seed").asLong(),
          convert("metrics", new TypeReference<Map<String, Map<String, Double>>>() {}),
          account,
          convert("curves", new TypeReference<Map<String, List<Double>>>() {}),
          convert("standardErrors", new TypeReference<Map<String, Map<String, Double>>>() {}),
          RegistryText.snapshot(tree.path("data")).withoutImports(),
          others,
          null);
    } catch (JsonProcessingException | IllegalArgumentException broken) {
      throw wrong("cannot be read");
    }
  }

  private String text(String field, int longest) {
    String text = tree.path(field).asText();
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  private Map<String, String> texts(String field) {
    return JSON.convertValue(
        tree.path(field).isObject() ? tree.path(field) : JSON.createObjectNode(),
        new TypeReference<Map<String, String>>() {});
  }

  private <T> T convert(String field, TypeReference<T> type) throws JsonProcessingException {
    JsonNode node = tree.path(field);
    return JSON.readValue(node.isObject() ? node.toString() : "{}", type);
  }

  private static InvalidInputException wrong(String what) {
    return InvalidInputException.of("/manifest.json", what);
  }
}
