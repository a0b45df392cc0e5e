package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.LivelyShop;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.ShopTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Tables of what was known of customers and of what followed, and models of them that are asked for
 * customers as they are now; the same on every database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShopTablesSuite {

  private ShopApi api;
  private boolean filled;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (!filled) {
      LivelyShop.fill(api);
      filled = true;
    }
  }

  private void made(String name, String goal, int days, int periods) {
    JsonNode job = ShopTables.make(api, name, goal, days, periods);
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
  }

  /** Rows of the shop's own customers as cells by column; what is missing is null. */
  private List<Map<String, String>> rows(String name) {
    List<String> lines =
        api.send(api.request("data-sets/" + name + "/file").setHeader("Accept", "text/csv").GET())
            .good()
            .text()
            .lines()
            .toList();
    String[] names = lines.getFirst().split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("lively-")) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int place = 0; place < cells.length; place++) {
          row.put(names[place], cells[place].isEmpty() ? null : cells[place]);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** What serving knows as of a moment, without any table. */
  private Map<String, String> online(String customer, String asOf, String product) {
    JsonNode known =
        api.get(
                "customers/%s/features?asOf=%s%s"
                    .formatted(customer, asOf, product == null ? "" : "&product=" + product))
            .good()
            .json();
    Map<String, String> cells = new LinkedHashMap<>();
    known
        .path("features")
        .properties()
        .forEach(
            cell ->
                cells.put(
                    cell.getKey(), cell.getValue().isNull() ? null : cell.getValue().asText()));
    return cells;
  }

  @Test
  void whatServingKnowsIsWhatTheTableSaysOfThatDay() {
    made("lively-buys", "buys", 20, 2);
    List<Map<String, String>> rows = rows("lively-buys");
    assertThat(rows).hasSizeGreaterThan(LivelyShop.CUSTOMERS);
    assertThat(rows)
        .as("who refuses is in no row")
        .noneMatch(row -> row.get("customer").equals("lively-2"));
    assertThat(rows.stream().map(row -> row.get("as_of")).distinct()).hasSize(2);
    for (int place = 0; place < rows.size(); place += 7) {
      Map<String, String> row = rows.get(place);
      Map<String, String> known = online(row.get("customer"), row.get("as_of"), null);
      assertThat(known).hasSizeGreaterThan(40);
      known.forEach(
          (feature, cell) ->
              assertThat(row)
                  .as("%s of %s at %s", feature, row.get("customer"), row.get("as_of"))
                  .containsEntry(feature, cell));
    }
    JsonNode set = api.get("data-sets/lively-buys").json();
    assertThat(set.path("origin").path("table").path("goal").asText()).isEqualTo("buys");
    assertThat(set.path("roles").path("target").asText()).isEqualTo("buys");
    assertThat(set.path("roles").path("positive").asText()).isEqualTo("yes");
    assertThat(set.path("roles").path("time").asText()).isEqualTo("as_of");
    assertThat(set.path("roles").path("left").path(0).asText()).isEqualTo("customer");
  }

  @Test
  void productsAreKnownAsTheTableSays() {
    made("lively-pairs", "buys_product", 15, 1);
    List<Map<String, String>> rows = rows("lively-pairs");
    assertThat(rows).extracting(row -> row.get("buys_product")).contains("yes", "no");
    for (int place = 0; place < rows.size(); place += 101) {
      Map<String, String> row = rows.get(place);
      online(row.get("customer"), row.get("as_of"), row.get("product"))
          .forEach(
              (feature, cell) ->
                  assertThat(row)
                      .as("%s of %s with %s", feature, row.get("customer"), row.get("product"))
                      .containsEntry(feature, cell));
    }
    Answer none =
        api.post(
            "predictions/purchase",
            "{\"customer\":\"lively-1\",\"products\":[\"lively-p4\",\"lively-p5\"]}");
    assertThat(none.status()).isEqualTo(409);
    assertThat(none.json().path("detail").asText()).contains("make a data set from the shop");
    int version = ShopTables.train(api, "lively-pairs", "logistic-regression");
    JsonNode forecasts =
        api.post(
                "predictions/purchase?lang=zh",
                "{\"customer\":\"lively-1\",\"products\":[\"lively-p4\",\"lively-p5\"]}")
            .good()
            .json();
    assertThat(forecasts)
        .extracting(each -> each.path("productId").asText())
        .containsExactly("lively-p4", "lively-p5");
    JsonNode first = forecasts.path(0);
    assertThat(first.path("version").asInt()).isEqualTo(version);
    assertThat(first.path("goal").asText()).isEqualTo("buys_product");
    assertThat(first.path("probabilities").path("yes").asDouble()).isBetween(0.0, 1.0);
    assertThat(first.path("reasons").path(0).path("text").asText()).containsPattern("\\p{IsHan}");
    assertThat(
            api.post("predictions/purchase", "{\"customer\":\"lively-2\",\"products\":[\"x\"]}")
                .good()
                .json())
        .as("refuses")
        .isEmpty();
    Answer tooMany =
        api.post("predictions/purchase", "{\"customer\":\"lively-1\",\"products\":[]}");
    assertThat(tooMany.pointers()).containsExactly("/products");
  }

  /** Who stays away for weeks is foretold so, of what is known now. */
  @Test
  void aTrainedTableForetellsCustomers() {
    made("lively-leaves", "leaves", 20, 3);
    int version = ShopTables.train(api, "lively-leaves", "gradient-boosting");
    JsonNode trained = api.get("models/prediction-lively-leaves/versions/" + version).json();
    assertThat(trained.path("metrics").path("time:0.2").path("auc").asDouble())
        .as(trained.path("metrics").toString())
        .isGreaterThan(0.7);
    JsonNode silent = leaves("lively-3");
    JsonNode regular = leaves("lively-1");
    assertThat(silent.path("probabilities").path("yes").asDouble())
        .isGreaterThan(regular.path("probabilities").path("yes").asDouble());
    double sum = 0;
    for (JsonNode each : silent.path("probabilities")) {
      sum += each.asDouble();
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
    assertThat(silent.path("reasons")).isNotEmpty();
    assertThat(api.get("customers/lively-2/insights").json().path("forecasts")).isEmpty();
  }

  private JsonNode leaves(String customer) {
    for (JsonNode each :
        api.get("customers/" + customer + "/insights").good().json().path("forecasts")) {
      if (each.path("dataSet").asText().equals("lively-leaves")) {
        return each;
      }
    }
    throw new AssertionError("nothing is foretold of " + customer);
  }

  @Test
  void aVisitorCountsFromWhenItIsKnownWhoThatIs() {
    Map<String, String> now = new LinkedHashMap<>();
    api.get("customers/lively-1/features")
        .good()
        .json()
        .path("features")
        .properties()
        .forEach(cell -> now.put(cell.getKey(), cell.getValue().asText()));
    JsonNode before =
        api.get("customers/lively-1/features?asOf=" + Instant.now().minusSeconds(3600))
            .good()
            .json()
            .path("features");
    assertThat(Double.parseDouble(now.get("views_90")))
        .as("with what the visitor looked at in 50 days, every third day")
        .isGreaterThanOrEqualTo(before.path("views_90").asDouble() + 15);
  }

  @Test
  void whatCannotBeMadeIsRefusedWithAReason() {
    Answer wrong =
        api.post("data-sets/lively-wrong:make", "{\"goal\":\"buys\",\"days\":0,\"periods\":13}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.pointers()).containsExactlyInAnyOrder("/days", "/periods");
    assertThat(api.post("data-sets/lively-wrong:make", "{\"goal\":\"flies\"}").pointers())
        .containsExactly("/goal");
    JsonNode early =
        api.awaitJob(
            api.post("data-sets/lively-early:make", "{\"goal\":\"buys\",\"until\":\"2001-01-31\"}")
                .json()
                .path("id")
                .asLong());
    assertThat(early.path("state").asText()).isEqualTo("FAILED");
    assertThat(early.path("error").asText()).startsWith("Too little to learn from: 0 rows");
    assertThat(api.get("customers/lively-1/features?asOf=2999-01-01T00:00:00Z").pointers())
        .containsExactly("/asOf");
    JsonNode features = api.get("features?lang=zh").json();
    assertThat(features.path("customers")).hasSizeGreaterThan(40);
    assertThat(features.path("pairs").path(1).path("text").asText()).containsPattern("\\p{IsHan}");
  }
}
