package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.RepeatOrders;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TrainedVersion;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What will be sold, from orders to the answer; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DemandSuite {

  private static final String NAME = "demand-forecast";
  private static final String MODEL = "models/" + NAME;
  private static final int WEEKS = 30;
  private static final int PRODUCTS = 40;

  /** A Monday; the last week ends on a Sunday of the past. */
  private final LocalDate begin =
      LocalDate.now(Clock.systemUTC())
          .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
          .minusWeeks(WEEKS);

  private ShopApi api;
  private boolean filled;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (!filled) {
      fill();
      filled = true;
    }
  }

  /** Product i sells 3 + i to 7 + i pieces a week; the last two sold in one week only. */
  private void fill() {
    var products = new StringBuilder();
    var orders = new StringBuilder();
    for (int product = 0; product <= PRODUCTS; product++) {
      products.append(
          ("{\"id\":\"demand-%d\",\"titleEn\":\"Demand %d\",\"categoryPath\":\"a/b\","
                  + "\"price\":\"4.00\",\"currency\":\"EUR\",\"stock\":3,\"active\":true}\n")
              .formatted(product, product));
      for (int week = 0; week < WEEKS && product < PRODUCTS; week++) {
        for (int day : new int[] {0, 6}) {
          int quantity = day == 0 ? 2 + product : 1 + (7 * week + product) % 5;
          if (product < PRODUCTS - 2 || week == 20) {
            orders.append(
                order("demand-%d-%d-%d".formatted(product, week, day), product, week, day, quantity)
                    + "\n");
          }
        }
      }
    }
    RepeatOrders.imported(api, "products", products.toString());
    RepeatOrders.imported(api, "customers", "{\"id\":\"demand-c\"}\n");
    RepeatOrders.imported(api, "orders", orders.toString());
  }

  private String order(String id, int product, int week, int day, int quantity) {
    return ("{\"id\":\"%s\",\"customerId\":\"demand-c\",\"status\":\"paid\",\"placedAt\":\"%s\","
            + "\"currency\":\"EUR\",\"channel\":\"web\",\"lines\":[{\"productId\":\"demand-%d\","
            + "\"quantity\":%d,\"unitPrice\":\"4.00\"}]}")
        .formatted(
            id,
            begin.plusDays(7L * week + day).atTime(12, 0).toInstant(ZoneOffset.UTC),
            product,
            quantity);
  }

  private JsonNode train(String algorithm, String executor) {
    return TrainedVersion.served(api, NAME, order(algorithm, executor));
  }

  private static String order(String algorithm, String executor) {
    return "{\"algorithm\":\"%s\",\"executor\":\"%s\"}".formatted(algorithm, executor);
  }

  @Test
  void aWorseCandidateDoesNotGoLiveByItself() {
    TrainedVersion.passesTheGateOnlyWhereItIsNoWorse(
        api,
        NAME,
        order("recent-mean-demand", "server"),
        order("seasonal-naive-demand", "server"),
        "wape");
  }

  private JsonNode forecast(int product) {
    return api.get("products/demand-" + product + "/forecast").good().json();
  }

  @ParameterizedTest
  @CsvSource({"chosen-demand,worker", "recent-mean-demand,server"})
  void isTrainedMeasuredAndForetells(String algorithm, String executor) {
    JsonNode trained = train(algorithm, executor);
    JsonNode metrics = trained.path("metrics").path("rolling-origin");
    JsonNode naive = trained.path("metrics").path("rolling-origin naive");
    assertThat(metrics.path("wape").asDouble())
        .as("%s beside %s", metrics, naive)
        .isLessThanOrEqualTo(naive.path("wape").asDouble());
    assertThat(metrics.path("cover95").asDouble()).isGreaterThan(0.8);
    assertThat(trained.path("files"))
        .extracting(file -> file.path("name").asText())
        .contains("weeks.csv");
    JsonNode five = forecast(5);
    assertThat(five.path("version").asInt()).isEqualTo(trained.path("version").asInt());
    assertThat(five.path("knownWeeks").asInt()).isEqualTo(WEEKS);
    assertThat(five.path("regularity").asText()).isEqualTo("regular");
    assertThat(five.path("past")).hasSize(26);
    assertThat(five.path("past").path(25).path("units").asDouble()).isEqualTo(7 + 4);
    assertThat(five.path("weeks")).hasSize(4);
    assertThat(five.path("weeks").path(0).path("monday").asText())
        .isEqualTo(begin.plusWeeks(WEEKS).toString());
    assertThat(five.path("price").has("elasticity")).as("the price is always 4.00").isFalse();
    assertThat(five.path("price").path("changes").asInt()).isZero();
    assertThat(five.path("price").path("text").path(0).asText()).contains("is not known");
    for (JsonNode week : five.path("weeks")) {
      assertThat(week.path("expected").asDouble())
          .as("8 to 12 were sold in every week")
          .isBetween(7.0, 13.0);
      assertThat(week.path("bands").path(0).path("low").asDouble()).isNotNegative();
      assertThat(week.path("bands").path(1).path("high").asDouble())
          .isGreaterThanOrEqualTo(week.path("bands").path(0).path("high").asDouble());
    }
  }

  @Test
  void saysItInTheReadersLanguage() {
    train("chosen-demand", "server");
    assertThat(forecast(5).path("text"))
        .extracting(JsonNode::asText)
        .anyMatch(
            line -> line.matches("About [34]\\d(\\.\\d)? are expected .* 4 weeks together\\."))
        .anyMatch(line -> line.contains("80 of 100 cases"))
        .anyMatch(line -> line.contains("known for 30 weeks and sells in most weeks"));
    JsonNode chinese = api.get("products/demand-5/forecast?lang=zh").good().json().path("text");
    assertThat(chinese.path(0).asText()).matches("未来 4 周合计预计售出约 [34]\\d(\\.\\d)? 件。");
    assertThat(forecast(PRODUCTS - 1).path("regularity").asText()).isEqualTo("seldom");
  }

  /** Neither a cancelled order nor one of the week that is not over counts. */
  @Test
  void onlySalesOfWholeWeeksCount() {
    train("recent-mean-demand", "server");
    JsonNode before = forecast(3);
    String late = order("demand-late", 3, WEEKS, 1, 500);
    assertThat(api.put("orders/demand-late", late).status()).isEqualTo(204);
    assertThat(forecast(3)).isEqualTo(before);
    String cancelled =
        order("demand-late", 3, WEEKS - 1, 3, 500).replace("\"paid\"", "\"cancelled\"");
    assertThat(api.put("orders/demand-late", cancelled).status()).isEqualTo(204);
    assertThat(forecast(3)).isEqualTo(before);
    String paid = cancelled.replace("\"cancelled\"", "\"paid\"");
    assertThat(api.put("orders/demand-late", paid).status()).isEqualTo(204);
    assertThat(forecast(3).path("weeks").path(0).path("expected").asDouble())
        .isGreaterThan(before.path("weeks").path(0).path("expected").asDouble() + 50);
    assertThat(api.delete("orders/demand-late").status()).isEqualTo(204);
  }

  @Test
  void whatCannotBeForetoldIsSaid() {
    train("recent-mean-demand", "server");
    JsonNode never = forecast(PRODUCTS);
    assertThat(never.path("weeks")).isEmpty();
    assertThat(never.path("text").path(0).asText()).contains("has not sold in a whole week yet");
    assertThat(api.get("products/demand-nothing/forecast").status()).isEqualTo(404);
    Answer wrong = api.post(MODEL + "/train", "{\"algorithm\":\"ease\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.pointers()).containsExactly("/algorithm");
  }
}
