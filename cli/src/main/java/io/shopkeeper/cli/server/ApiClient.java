package io.shopkeeper.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server's REST interface as the command line uses it. Safe for use by several threads. */
public final class ApiClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;
  private final String key;

  /**
   * @param shop where the server listens, such as {@code http://127.0.0.1:8080}
   * @param key a secret key
   */
  public ApiClient(URI shop, String key) {
    this.base = shop.resolve("/api/v1/");
    this.key = key;
  }

  /** The server's own word on its health, or empty while nobody answers. */
  public Optional<JsonNode> health() {
    try {
      HttpResponse<String> answer =
          http.send(
              request("health").timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
      return Optional.of(parse(answer.body()));
    } catch (IOException nobodyYet) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Reads a resource.
   *
   * @throws CommandFailedException if the server refuses or does not answer
   */
  public JsonNode get(String path) {
    return send(request(path).GET());
  }

  /** Sends a JSON body. */
  public JsonNode post(String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** Replaces what is there. */
  public JsonNode put(String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString())));
  }

  /** Removes what is there. */
  public JsonNode delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends a body as it is. */
  public JsonNode post(String path, String contentType, BodyPublisher body) {
    return send(request(path).header("Content-Type", contentType).POST(body));
  }

  /**
   * Reads a resource into a file.
   *
   * @throws CommandFailedException if the server refuses or does not answer
   */
  public void download(String path, Path target) {
    HttpRequest wanted = request(path).header("Accept", "*/*").GET().build();
    try {
      HttpResponse<Path> answer =
          http.send(wanted, BodyHandlers.ofFile(target, StandardOpenOption.WRITE));
      if (answer.statusCode() >= 400) {
        throw new CommandFailedException(
            describe(wanted, answer.statusCode(), parse(Files.readString(target))));
      }
    } catch (IOException problem) {
      throw new CommandFailedException(
          "No whole answer from %s. Is the shop running? (./shopkeeper status)".formatted(base),
          problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("Interrupted.", interrupted);
    }
  }

  /**
   * Asks every half second until a job has ended.
   *
   * @param observer sees each answer, for a progress line
   */
  public JsonNode awaitJob(long id, java.util.function.Consumer<JsonNode> observer) {
    while (true) {
      JsonNode job = get("jobs/" + id);
      observer.accept(job);
      String state = job.path("state").asText().toLowerCase(java.util.Locale.ROOT);
      if (state.equals("succeeded")) {
        return job;
      }
      if (state.equals("failed") || state.equals("cancelled")) {
        throw new CommandFailedException(
            "Job %d (%s) %s: %s"
                .formatted(
                    id,
                    job.path("title").asText(),
                    state,
                    job.path("error").asText("no reason given")));
      }
      pause();
    }
  }

  /** Half a second. */
  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("Interrupted.", interrupted);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", "Bearer " + key)
        .header("Accept", "application/json, application/problem+json");
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    try {
      HttpResponse<String> answer = http.send(built, BodyHandlers.ofString());
      JsonNode body = parse(answer.body());
      if (answer.statusCode() >= 400) {
        throw new CommandFailedException(describe(built, answer.statusCode(), body));
      }
      return body;
    } catch (IOException problem) {
      throw new CommandFailedException(
          "No answer from %s. Is the shop running? (./shopkeeper status)".formatted(base), problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("Interrupted.", interrupted);
    }
  }

  private static String describe(HttpRequest request, int status, JsonNode problem) {
    var text =
        new StringBuilder(
            "%s %s was refused (%d): %s"
                .formatted(
                    request.method(),
                    request.uri().getPath(),
                    status,
                    problem
                        .path("detail")
                        .asText(problem.path("title").asText("no reason given"))));
    for (JsonNode error : problem.path("errors")) {
      text.append("\n  ")
          .append(error.path("pointer").asText())
          .append(": ")
          .append(error.path("message").asText());
    }
    return text.toString();
  }

  private static JsonNode parse(String body) {
    if (body == null || body.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
