package io.shopkeeper.cli.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.cli.server.ApiClient;
import java.io.FileNotFoundException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    JsonNode accepted;
    try {
      accepted =
          client.post(path.toString(), "application/octet-stream", BodyPublishers.ofFile(file));
    } catch (FileNotFoundException missing) {
      throw new CommandFailedException("There is no file " + file + ".", missing);
    }
    client.awaitJob(accepted.path("jobId").asLong(), observer);
    return client.get("imports/" + accepted.path("id").asLong());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
