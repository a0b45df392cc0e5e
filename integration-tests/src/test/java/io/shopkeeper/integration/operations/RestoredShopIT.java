package io.shopkeeper.integration.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.cli.ShopkeeperCommand;
import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.Collector;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A shop is saved by the command while it runs and brought back elsewhere; the one that was brought
 * back logs as JSON and sends traces.
 */
class RestoredShopIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String CUSTOMER =
      "{\"id\":\"ops-c\",\"name\":\"Zhang San\",\"email\":\"zhang.san@example.org\"}";
  private static final String LAMP =
      """
      {"id":"ops-lamp","titleEn":"Lamp","titleZh":"灯","categoryPath":"Home","price":"1.00",
       "currency":"EUR","stock":1,"active":true}\
      """;

  @TempDir private static Path folder;

  private static Collector collector;
  private static ShopServer restored;
  private static long eventsBefore;

  @BeforeAll
  static void saveAndRestore() {
    Path file = folder.resolve("shop.zip");
    Path before = folder.resolve("before");
    try (ShopServer original = ShopServer.start(before, Map.of())) {
      ShopApi api = original.api();
      assertThat(api.put("products/ops-lamp", LAMP).status()).isEqualTo(204);
      assertThat(api.put("customers/ops-c", CUSTOMER).status()).isEqualTo(204);
      assertThat(api.put("settings/chat.return-days", "{\"value\":\"21\"}").status())
          .isEqualTo(200);
      assertThat(api.post("events", events()).status()).isEqualTo(202);
      eventsBefore = api.get("status").json().path("events").asLong();
      assertThat(run("backup", file.toString(), "--data", before.toString())).contains("Saved");
      assertThat(run("backup", file.toString(), "--data", before.toString()))
          .contains("already")
          .contains("--force");
    }
    Path after = folder.resolve("after");
    assertThat(run("restore", file.toString(), "--data", after.toString())).contains("Restored");
    assertThat(run("restore", file.toString(), "--data", after.toString()))
        .contains("There is a shop in");
    collector = Collector.start();
    restored =
        ShopServer.start(
            after,
            Map.of(
                "SHOPKEEPER_LOG", "json",
                "OTEL_EXPORTER_OTLP_ENDPOINT", collector.address(),
                "OTEL_BSP_SCHEDULE_DELAY", "200"));
  }

  @AfterAll
  static void stop() {
    if (restored != null) {
      restored.close();
    }
    if (collector != null) {
      collector.close();
    }
  }

  @Test
  void whatWasSavedIsThere() {
    ShopApi api = restored.api();
    assertThat(api.get("products/ops-lamp").json().path("titleZh").asText()).isEqualTo("灯");
    assertThat(api.get("customers/ops-c").json().path("name").asText()).isEqualTo("Zhang San");
    assertThat(api.get("chat/policy").json().path("returnDays").asInt()).isEqualTo(21);
    assertThat(api.get("status").json().path("events").asLong()).isEqualTo(eventsBefore);
    // What was known before is known now: nothing is stored twice.
    assertThat(api.post("events", events()).json().path("duplicates").asInt()).isEqualTo(30);
  }

  @Test
  void requestsAreTraced() {
    String id = restored.api().get("products/ops-lamp").header("X-Request-Id").orElseThrow();
    assertThat(id).matches("[0-9a-f]{32}");
    Await.until("a trace", SOON, () -> collector.received().contains("ProductsResource"));
    assertThat(collector.received())
        .contains("shopkeeper.request.id")
        .doesNotContain("ops-lamp")
        .doesNotContain("zhang.san");
  }

  @Test
  void theLogIsJsonWithoutPersonalData() throws IOException {
    ShopApi api = restored.api();
    api.put("customers/ops-c", CUSTOMER);
    api.get("customers?q=zhang.san@example.org");
    Path log = folder.resolve("after").resolve("log").resolve("shopkeeper.0.jsonl");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    assertThat(lines).isNotEmpty().allMatch(line -> line.has("time") && line.has("level"));
    assertThat(lines).anyMatch(line -> line.path("code").asText().startsWith("SHOP-"));
    assertThat(Files.readString(log)).doesNotContain("zhang.san").doesNotContain("Zhang San");
  }

  private static String run(String... arguments) {
    var out = new StringWriter();
    CommandLine command = ShopkeeperCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
    command.execute(arguments);
    return out.toString();
  }

  private static String events() {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      events.add(
          """
          {"eventId":"ops-%d","type":"view","visitorId":"ops-v","productId":"ops-lamp",
           "channel":"web","time":"2026-11-01T10:00:00Z"}\
          """
              .formatted(i));
    }
    return events.toString();
  }
}
