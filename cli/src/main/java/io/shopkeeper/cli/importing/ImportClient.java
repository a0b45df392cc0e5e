package io.shopkeeper.cli.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.cli.server.ApiClient;
import java.io.FileNotFoundException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One import: the file is streamed to the server, then its job is followed to the end. */
public final class ImportClient {

  private final ApiClient client;

  public ImportClient(ApiClient client) {
    this.client = client;
  }

  /**
   * Imports a file.
   *
   * @param kind what the rows are, such as {@code products}
   * @param mapping source column to field, for the columns that the server would not guess
   * @param dryRun whether to check only
   * @param observer sees the job's states
   * @return the report
   * @throws CommandFailedException if the file cannot be read or the server refuses it
   */
  public JsonNode importFile(
      String kind,
      Path file,
      Map<String, String> mapping,
      boolean dryRun,
      Consumer<JsonNode> observer) {
    var path =
        new StringBuilder("imports?kind=")
            .append(encode(kind))
            .append("&fileName=")
            .append(encode(file.getFileName().toString()))
            .append("&dryRun=")
            .append(dryRun);
    mapping.forEach((column, field) -> path.append("&map=").append(encode(column + ":" + field)));
    JsonNode accepted = upload(path.toString(), file);
    client.awaitJob(accepted.path("jobId").asLong(), observer);
    return client.get("imports/" + accepted.path("id").asLong());
  }

  /**
   * Imports a file by a mapping; each kind that it feeds has a report of its own.
   *
   * @param mapping the name of a saved mapping, or a mapping as a JSON object
   * @param fileName as the mapping is to see it
   */
  public List<JsonNode> importMapped(
      JsonNode mapping, Path file, String fileName, boolean dryRun, Consumer<JsonNode> observer) {
    JsonNode draft = upload("imports/files?fileName=" + encode(fileName), file);
    String fault = draft.path("fault").asText("");
    if (!fault.isEmpty()) {
      throw new CommandFailedException(fileName + ": " + fault);
    }
    ObjectNode order = JsonNodeFactory.instance.objectNode().put("dryRun", dryRun);
    order.set("mapping", mapping);
    JsonNode accepted =
        client.post("imports/files/" + encode(draft.path("id").asText()) + ":import", order);
    client.awaitJob(accepted.path("jobId").asLong(), observer);
    var parts = new ArrayList<JsonNode>();
    client.get("imports/" + accepted.path("id").asLong() + "/parts").forEach(parts::add);
    return parts;
  }

  /** Which models the shop's data can feed. */
  public JsonNode readiness() {
    return client.get("imports/readiness");
  }

  private JsonNode upload(String path, Path file) {
    try {
      return client.post(path, "application/octet-stream", BodyPublishers.ofFile(file));
    } catch (FileNotFoundException missing) {
      throw new CommandFailedException("There is no file " + file + ".", missing);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
