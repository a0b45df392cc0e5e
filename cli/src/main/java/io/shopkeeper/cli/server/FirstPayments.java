package io.shopkeeper.cli.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.shopkeeper.cli.CommandFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The payments of the demo shop's last month: each is judged as it would have been when it came,
 * after those before it. Asked again, the same answers come.
 */
final class FirstPayments {

  /** Payments of one request; the interface takes up to 1,000. */
  private static final int BATCH = 500;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ApiClient client;

  FirstPayments(ApiClient client) {
    this.client = client;
  }

  /**
   * Asks about them.
   *
   * @param file a question a line, in the order of time
   * @return how many were judged
   */
  long judge(Path file) {
    long judged = 0;
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        batch.add(JSON.readTree(line));
        if (batch.size() == BATCH) {
          judged += ask(batch);
          batch = JsonNodeFactory.instance.arrayNode();
        }
      }
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot read " + file, problem);
    }
    return batch.isEmpty() ? judged : judged + ask(batch);
  }

  /** The dot: without it the colon would make a scheme of the first word. */
  private long ask(ArrayNode batch) {
    return client.post("./transactions:score", batch).path("judged").asLong();
  }
}
