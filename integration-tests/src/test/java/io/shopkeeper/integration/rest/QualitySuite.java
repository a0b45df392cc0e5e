package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Cleaning pipelines, quarantine and monitors; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QualitySuite {

  private static final Duration SOON = Duration.ofSeconds(30);

  private ShopServer shop;
  private ShopApi api;

  @BeforeEach
  void connect(ShopServer running) {
    shop = running;
    api = running.api();
  }

  @Test
  void rowsAreMendedOneByOneByRuleOrGivenUp() {
    long run = imported(rows("mend", 5) + "mend bad one,Mei\nmend*two,Li\nmend*three,Wu\n", 3);
    JsonNode held = api.get("quarantine?import=" + run).json();
    assertThat(held).hasSize(3);
    assertThat(held.path(2).path("cells").path("id").asText()).isEqualTo("mend bad one");
    assertThat(held.path(2).path("faults").path("id")).hasSize(1);
    JsonNode reasons = api.get("quarantine/reasons?import=" + run).json();
    assertThat(reasons.path(0).path("rows").asInt()).isEqualTo(3);

    String first = "quarantine/" + held.path(2).path("row").path("id").asLong();
    Answer stillWrong = api.put(first, "{\"id\":\"mend bad\",\"name\":\"Mei\"}");
    assertThat(stillWrong.json().path("status").asText()).isEqualTo("QUARANTINED");
    Answer mended = api.put(first, "{\"id\":\"mend-one\",\"name\":\"Mei\"}");
    assertThat(mended.json().path("status").asText()).isEqualTo("REPAIRED");
    assertThat(api.get(first).status()).isEqualTo(404);
    assertThat(api.get("customers/mend-one").status()).isEqualTo(200);

    String rule =
        "{\"filter\":{\"importId\":%d,\"text\":\"two\"},\"rule\":%s}"
            .formatted(
                run,
                "{\"type\":\"RULE\",\"on\":true,\"options\":{\"field\":\"id\",\"test\":\"CONTAINS\","
                    + "\"value\":\"*\",\"then\":\"REPLACE\",\"target\":\"id\",\"to\":\"-\"}}");
    JsonNode preview = api.post("quarantine/preview", rule).json();
    assertThat(preview.path("matched").asInt()).as(preview.toString()).isOne();
    assertThat(preview.path("sound").asInt()).isOne();
    assertThat(api.get("customers/mend-two").status()).isEqualTo(404);
    JsonNode job = api.post("quarantine/replay", rule).json();
    assertThat(api.awaitJob(job.path("id").asLong()).path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(api.get("customers/mend-two").status()).isEqualTo(200);

    String rest = "{\"filter\":{\"importId\":%d}%s}";
    assertThat(api.post("quarantine/discard", rest.formatted(run, "")).status()).isEqualTo(400);
    Answer discarded =
        api.post("quarantine/discard", rest.formatted(run, ",\"reason\":\"a test customer\""));
    assertThat(discarded.json().path("discarded").asInt()).isOne();
    assertThat(api.get("quarantine?import=" + run).json()).isEmpty();
  }

  @Test
  void aPipelineIsTriedSavedAndCleansTheNextImport() {
    JsonNode before = api.get("cleaning/customers").json();
    String steps =
        "[{\"type\":\"RULE\",\"on\":true,\"options\":{\"field\":\"name\",\"test\":\"EQUALS\","
            + "\"value\":\"n/a\",\"then\":\"CLEAR\",\"target\":\"name\"}}]";
    JsonNode tried =
        api.post(
                "cleaning/customers:preview",
                "{\"steps\":%s,\"rows\":[{\"id\":\"pipe-1\",\"name\":\"n/a\"}]}".formatted(steps))
            .json();
    assertThat(tried.path(0).path("before").path("name").asText()).isEqualTo("n/a");
    assertThat(tried.path(0).path("after").path("name").asText()).isEmpty();
    assertThat(tried.path(0).path("effects")).isNotEmpty();
    assertThat(api.get("cleaning/customers").json()).isEqualTo(before);

    Answer saved = api.put("cleaning/customers", "{\"steps\":%s}".formatted(steps));
    try {
      assertThat(saved.json().path("version").asInt())
          .isEqualTo(before.path("version").asInt() + 1);
      assertThat(api.get("cleaning/customers/versions").json().path(0).path("version").asInt())
          .isEqualTo(saved.json().path("version").asInt());
      imported("id,name\npipe-1,n/a\n", 0);
      assertThat(api.get("customers/pipe-1").json().path("name").asText("")).isEmpty();
    } finally {
      String back = "{\"steps\":%s,\"note\":\"as before\"}".formatted(before.path("steps"));
      assertThat(api.put("cleaning/customers", back).status()).isEqualTo(200);
    }
  }

  @Test
  void aPipelineThatCannotWorkIsRefused() {
    assertThat(api.get("cleaning/nothing").status()).isEqualTo(404);
    assertThat(api.put("cleaning/customers", "{}").pointers()).contains("/steps");
    Answer unknown =
        api.put(
            "cleaning/customers",
            "{\"steps\":[{\"type\":\"RANGE\",\"on\":true,\"options\":{\"field\":\"nothing\"}}]}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().path("errors")).isNotEmpty();
    assertThat(api.put("cleaning/customers", "{\"steps\":[{\"type\":\"MAGIC\"}]}").status())
        .isEqualTo(400);
  }

  @Test
  void anImportThatMostlyFailsRaisesAnAlertThatTheNextGoodOneResolves() {
    imported(rows("alert", 60) + "alert bad*,Mei\n".repeat(20), 20);
    JsonNode alert = alert("OPEN");
    assertThat(alert.path("value").asDouble()).isEqualTo(.25);
    Answer figures = api.send(api.request("metrics").setHeader("Accept", "text/plain"));
    assertThat(figures.text()).containsPattern("shopkeeper_data_alerts_open [1-9]");
    var browser = new ConsoleBrowser(shop.base());
    browser.signIn("admin", shop.administratorPassword());
    assertThat(browser.get("console/notices").text()).contains("out of bounds: Customers");

    String id = alert.path("id").asText();
    assertThat(api.post("monitors/alerts/" + id + ":acknowledge", "").status()).isEqualTo(204);
    assertThat(alert("ACKNOWLEDGED").path("acknowledgedBy").asText()).isNotEmpty();
    imported(rows("fine", 60), 0);
    assertThat(alert("RESOLVED").path("id").asText()).isEqualTo(id);
    assertThat(api.post("monitors/alerts/" + id + ":acknowledge", "").status()).isEqualTo(409);
  }

  @Test
  void aCheckOfAFileLeavesTheMonitorsAlone() {
    imported("id,name\nshape-1,Mei\n", 0);
    imported("id,name\nshape-2,Mei\n", 0);
    assertThat(shapeChanges()).isZero();
    byte[] wider = "id,name,region\nshape-3,Mei,EU\n".getBytes(StandardCharsets.UTF_8);
    Answer check =
        api.post(
            "imports?kind=customers&fileName=wider.csv&dryRun=true",
            "application/octet-stream",
            BodyPublishers.ofByteArray(wider));
    assertThat(api.awaitImport(check.json().path("id").asLong()).json().path("dryRun").asBoolean())
        .isTrue();
    assertThat(shapeChanges()).as("after a check").isZero();
    api.importFile("customers", "wider.csv", wider);
    assertThat(shapeChanges()).as("after an import").isPositive();
  }

  /** How many fields of customers are new or missing, measured now. */
  private double shapeChanges() {
    for (JsonNode monitor : api.post("monitors/evaluation", "").json()) {
      if (monitor.path("kind").asText().equals("CUSTOMERS")
          && monitor.path("type").asText().equals("SCHEMA")) {
        JsonNode points = monitor.path("points");
        return points.path(points.size() - 1).path("value").asDouble();
      }
    }
    throw new AssertionError("no monitor of the fields of customers");
  }

  @Test
  void aMonitorIsChangedWithinBounds() {
    JsonNode monitor = api.get("monitors").json().path(0);
    String path = "monitors/" + monitor.path("id").asLong();
    String as = "{\"on\":%s,\"threshold\":%s}";
    assertThat(api.put(path, as.formatted("true", "-1")).pointers()).contains("/threshold");
    assertThat(api.put(path, as.formatted("false", "7")).status()).isEqualTo(204);
    JsonNode changed = api.get("monitors").json().path(0);
    assertThat(changed.path("on").asBoolean()).isFalse();
    assertThat(changed.path("threshold").asDouble()).isEqualTo(7);
    String before = as.formatted(monitor.path("on"), monitor.path("threshold"));
    assertThat(api.put(path, before).status()).isEqualTo(204);
    assertThat(api.put("monitors/999999", before).status()).isEqualTo(404);
  }

  /** The newest alert of the customers' quarantine, once it is in a state. */
  private JsonNode alert(String state) {
    return Await.value(
        state + " alert",
        SOON,
        () -> {
          for (JsonNode alert : api.get("monitors/alerts").json()) {
            if (alert.path("kind").asText().equals("CUSTOMERS")
                && alert.path("type").asText().equals("QUARANTINE")) {
              return Optional.of(alert).filter(a -> a.path("state").asText().equals(state));
            }
          }
          return Optional.empty();
        });
  }

  private long imported(String table, int quarantined) {
    JsonNode report =
        api.importFile("customers", "people.csv", table.getBytes(StandardCharsets.UTF_8)).json();
    assertThat(report.path("quarantined").asInt()).as(report.toString()).isEqualTo(quarantined);
    return report.path("id").asLong();
  }

  private static String rows(String name, int n) {
    var table = new StringBuilder("id,name\n");
    for (int i = 0; i < n; i++) {
      table.append(name).append('-').append(i).append(",Mei ").append(i).append('\n');
    }
    return table.toString();
  }
}
