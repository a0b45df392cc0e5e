package io.shopkeeper.integration.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The REST interface as it is: every answer comes back, refusals too. Safe for several threads. */
public final class ShopApi {

  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);
  private static final Duration LONGEST_JOB = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final String key;

  ShopApi(URI shop, String key) {
    this.base = shop.resolve("api/v1/");
    this.key = key;
  }

  /**
   * An answer.
   *
   * @param text the body
   */
  public record Answer(int status, HttpHeaders headers, String text) {

    /** The same, if it is what was hoped for; else the test fails with what the server says. */
    public Answer good() {
      if (status < 200 || status > 299) {
        throw new AssertionError(status + " " + text);
      }
      return this;
    }

    /** Of what kind the body is; empty if that is not said. */
    public String contentType() {
      return header("Content-Type").orElse("");
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
      return headers.firstValue(name);
    }

    /** The body as JSON. */
    public JsonNode json() {
      return parse(text);
    }

    /** Pointers of a problem's errors. */
    public java.util.List<String> pointers() {
      return json().path("errors").findValuesAsText("pointer");
    }
  }

  /** The same interface for another key. */
  public ShopApi with(String otherKey) {
    return new ShopApi(base.resolve("../../"), otherKey);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer put(String path, String json) {
    return send(json(path).PUT(BodyPublishers.ofString(json)));
  }

  public Answer post(String path, String json) {
    return send(json(path).POST(BodyPublishers.ofString(json)));
  }

  public Answer post(String path, String contentType, BodyPublisher body) {
    return send(request(path).header("Content-Type", contentType).POST(body));
  }

  /** Sends a file to import and waits for the end of its job; the report, or the refusal. */
  public Answer importFile(String kind, String fileName, byte[] content) {
    Answer started = startImport(kind, fileName, content);
    return started.status() == 202 ? awaitImport(started.json().path("id").asLong()) : started;
  }

  /** Sends a file to import. */
  public Answer startImport(String kind, String fileName, byte[] content) {
    return post(
        "imports?kind=" + kind + "&fileName=" + fileName,
        "application/octet-stream",
        BodyPublishers.ofByteArray(content));
  }

  /** Waits for the end of an import. */
  public Answer awaitImport(long id) {
    return Await.value(
        "end of import " + id,
        LONGEST_JOB,
        () -> Optional.of(get("imports/" + id)).filter(answer -> answer.json().has("endedAt")));
  }

  /** Waits for the end of a job. */
  public JsonNode awaitJob(long id) {
    return Await.value(
            "end of job " + id,
            LONGEST_JOB,
            () -> Optional.of(get("jobs/" + id)).filter(answer -> answer.json().has("endedAt")))
        .json();
  }

  /**
   * Sends a request.
   *
   * @throws UncheckedIOException if there is no answer
   */
  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(
              request.timeout(LONGEST_ANSWER).build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** A request with this key. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("./" + path)).header("Accept", "application/json");
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException problem) {
      throw new AssertionError("not JSON: " + text, problem);
    }
  }
}
