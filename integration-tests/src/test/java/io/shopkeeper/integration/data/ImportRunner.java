package io.shopkeeper.integration.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.ConsoleBrowser.Page;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Imports files by the interface and tells how long it took and how much memory the server had. */
final class ImportRunner {

  private static final Duration LONGEST = Duration.ofHours(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ShopServer shop;
  private final ShopApi api;

  ImportRunner(ShopServer shop) {
    this.shop = shop;
    this.api = shop.api();
  }

  /** Imports a file by a saved mapping; the reports by kind. */
  Map<String, JsonNode> byMapping(Path file, String mapping) {
    JsonNode draft = upload(file);
    assertThat(draft.path("mappings").toString()).contains(mapping);
    return start(file, draft, "{\"mapping\":\"" + mapping + "\"}");
  }

  /** Imports a file in the console: sends it, chooses a saved mapping, imports. */
  Map<String, JsonNode> byWizard(Path file, String mapping) throws FileNotFoundException {
    var browser = new ConsoleBrowser(shop.base());
    browser.signIn("admin", shop.administratorPassword());
    long begin = System.nanoTime();
    Page data = browser.get("console/data");
    Page sent = browser.upload("console/data", data, "upload", "file", file, "send");
    assertThat(sent.location()).as(sent.text()).contains("import-file?id=");
    Page chosen = browser.get(sent.location() + "&mapping=" + mapping);
    Page started = browser.submit("console/import-file", chosen, "map", Map.of("run", "x"));
    assertThat(started.location()).as(started.text()).contains("import?id=");
    long id = Long.parseLong(started.location().replaceFirst(".*[?&]id=(\\d+).*", "$1"));
    await(api.get("imports/" + id).json().path("jobId").asLong());
    Map<String, JsonNode> parts = parts(id);
    report(file.getFileName() + " by the wizard", parts, (System.nanoTime() - begin) / 1e9);
    return parts;
  }

  /** Imports a file as rows of a kind. */
  JsonNode asKind(Path file, String kind) {
    return start(file, upload(file), "{\"kind\":\"" + kind + "\"}")
        .get(kind.toUpperCase(java.util.Locale.ROOT));
  }

  private JsonNode upload(Path file) {
    try {
      Answer answer =
          api.post(
              "imports/files?fileName="
                  + URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8),
              "application/octet-stream",
              BodyPublishers.ofFile(file));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      return answer.json();
    } catch (FileNotFoundException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private Map<String, JsonNode> start(Path file, JsonNode draft, String order) {
    long begin = System.nanoTime();
    Answer started = api.post("imports/files/" + draft.path("id").asText() + ":import", order);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = await(started.json().path("jobId").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualToIgnoringCase("succeeded");
    double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    Map<String, JsonNode> parts = parts(started.json().path("id").asLong());
    report(file.getFileName() + " by REST", parts, seconds);
    return parts;
  }

  /** The reports of an import by kind. */
  Map<String, JsonNode> parts(long id) {
    var parts = new HashMap<String, JsonNode>();
    api.get("imports/" + id + "/parts")
        .json()
        .forEach(part -> parts.put(part.path("kind").asText(), part));
    return parts;
  }

  /** Undoes an import. */
  void undo(long id) {
    long begin = System.nanoTime();
    Answer started = api.post("imports/" + id + ":undo", "{}");
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = await(started.json().path("id").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualToIgnoringCase("succeeded");
    print("undo of import %d: %.1f s".formatted(id, (System.nanoTime() - begin) / 1e9));
  }

  private JsonNode await(long job) {
    return Await.value(
            "end of job " + job,
            LONGEST,
            () -> Optional.of(api.get("jobs/" + job)).filter(a -> a.json().has("endedAt")))
        .json();
  }

  /** Prints the figures of an import. */
  void report(String what, Map<String, JsonNode> parts, double seconds) {
    long rows = 0;
    for (JsonNode part : parts.values()) {
      rows += part.path("rowsRead").asLong();
      print("  " + part.toString());
    }
    print(
        "%s: %,d rows over %d parts in %.1f s, %,.0f rows/s; peak memory of the server's process %s"
            .formatted(what, rows, parts.size(), seconds, rows / seconds, shop.peakMemory()));
  }

  /** A line of JSON. */
  static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException problem) {
      throw new AssertionError("not JSON: " + line, problem);
    }
  }

  /** Figures go beside the test's report. */
  static void print(String line) {
    try {
      java.nio.file.Files.writeString(
          Path.of("target", "data-figures.txt"),
          line + "\n",
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    System.getLogger(ImportRunner.class.getName()).log(System.Logger.Level.INFO, line);
  }
}
