package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.RepeatOrders;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TrainedVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers are worth, from their orders to the answer; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CustomerValueSuite {

  private static final String NAME = "customer-value";
  private static final String MODEL = "models/" + NAME;

  private ShopApi api;
  private boolean filled;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (!filled) {
      RepeatOrders.fill(api);
      filled = true;
    }
  }

  private JsonNode train(String algorithm, String executor) {
    return TrainedVersion.served(api, NAME, order(algorithm, executor));
  }

  private static String order(String algorithm, String executor) {
    return "{\"algorithm\":\"%s\",\"executor\":\"%s\",\"options\":{\"horizonDays\":\"30\"}}"
        .formatted(algorithm, executor);
  }

  @Test
  void aWorseCandidateDoesNotGoLiveByItself() {
    TrainedVersion.passesTheGateOnlyWhereItIsNoWorse(
        api, NAME, order("bg-nbd", "server"), order("purchase-rate", "server"), "value_mae");
  }

  private JsonNode insight(String customer) {
    return api.get("customers/" + customer + "/insights").good().json();
  }

  @ParameterizedTest
  @CsvSource({"bg-nbd,worker", "boosted-value,server"})
  void isTrainedMeasuredAndForesees(String algorithm, String executor) {
    JsonNode trained = train(algorithm, executor);
    JsonNode metrics = trained.path("metrics").path("last-horizon");
    JsonNode naive = trained.path("metrics").path("last-horizon rate");
    assertThat(metrics.path("value_mae").asDouble())
        .as("%s beside %s", metrics, naive)
        .isLessThan(naive.path("value_mae").asDouble());
    assertThat(metrics.path("purchases_total").asDouble()).isBetween(0.7, 1.3);
    assertThat(trained.path("provenance").path("currency").asText()).isEqualTo("EUR");
    assertThat(trained.path("provenance").has("alpha")).isEqualTo(algorithm.equals("bg-nbd"));
    assertThat(trained.path("data").path("rows").path("customers").asInt())
        .isGreaterThanOrEqualTo(RepeatOrders.CUSTOMERS);
    assertThat(trained.path("files"))
        .extracting(file -> file.path("name").asText())
        .contains("tenths.csv");

    JsonNode regular = insight("worth-20").path("value");
    JsonNode silent = insight("worth-60").path("value");
    assertThat(regular.path("version").asInt()).isEqualTo(trained.path("version").asInt());
    assertThat(regular.path("algorithm").asText()).isEqualTo(algorithm);
    assertThat(regular.path("horizonDays").asInt()).isEqualTo(30);
    assertThat(regular.path("purchases").asDouble()).as("every 5 days").isBetween(3.0, 9.0);
    assertThat(silent.path("purchases").asDouble())
        .as("as often, but not for 100 days")
        .isLessThan(1);
    assertThat(silent.path("churn").asDouble()).isGreaterThan(regular.path("churn").asDouble());
    assertThat(regular.has("alive")).isEqualTo(algorithm.equals("bg-nbd"));
    assertThat(regular.has("nextPurchase")).isEqualTo(algorithm.equals("bg-nbd"));
    assertThat(regular.path("text")).hasSize(algorithm.equals("bg-nbd") ? 4 : 2);
    double sum = Double.parseDouble(regular.path("base").asText());
    for (JsonNode each : regular.path("contributions")) {
      sum += Double.parseDouble(each.path("amount").asText());
    }
    assertThat(sum).isCloseTo(Double.parseDouble(regular.path("value").asText()), within(0.03));
    assertThat(silent.path("contributions").path(1).path("amount").asDouble())
        .as("silence takes away")
        .isNegative();
  }

  @Test
  void reasonsAreInTheReadersLanguage() {
    train("bg-nbd", "server");
    JsonNode english = insight("worth-60").path("value").path("contributions");
    assertThat(english.path(0).path("reason").asText()).isEqualTo("frequency");
    assertThat(english.path(0).path("text").asText()).matches("Bought \\d+ times in \\d+ days\\.");
    assertThat(english.path(1).path("text").asText())
        .matches("Last bought \\d+ days ago; usually every 5 days\\.");
    assertThat(english.path(2).path("text").asText())
        .startsWith("Spends 28.50 EUR at a purchase; customers of the shop spend ");
    JsonNode chinese =
        api.get("customers/worth-60/insights?lang=zh").json().path("value").path("contributions");
    assertThat(chinese.path(0).path("text").asText()).matches("\\d+ 天内购买了 \\d+ 次。");
    assertThat(chinese.path(1).path("text").asText()).contains("天前；平时每 5 天购买一次。");
    assertThat(insight("worth-60").path("value").path("text").path(0).asText())
        .matches("Still a customer with a probability of [\\d.]+%, lost for good with [\\d.]+%\\.");
  }

  /** Neither a future order nor a cancelled one is a purchase. */
  @Test
  void onlyPurchasesCount() {
    train("bg-nbd", "server");
    JsonNode before = insight("worth-21").path("value");
    Instant begin =
        Clock.systemUTC()
            .instant()
            .truncatedTo(ChronoUnit.DAYS)
            .minus(Duration.ofDays(RepeatOrders.DAYS));
    String cancelled =
        RepeatOrders.order(
            "worth-cancelled", "worth-21", begin, RepeatOrders.DAYS - 3, "cancelled", 900);
    assertThat(api.put("orders/worth-cancelled", cancelled).status()).isEqualTo(204);
    assertThat(insight("worth-21").path("value")).isEqualTo(before);
    String paid = cancelled.replace("\"cancelled\"", "\"paid\"");
    assertThat(api.put("orders/worth-cancelled", paid).status()).isEqualTo(204);
    assertThat(insight("worth-21").path("value")).isNotEqualTo(before);
    assertThat(api.delete("orders/worth-cancelled").status()).isEqualTo(204);
  }

  @Test
  void whoRefusesIsNotForeseen() {
    train("bg-nbd", "server");
    assertThat(insight("worth-40").path("personalUse").asBoolean()).isTrue();
    assertThat(api.put("customers/worth-40/consent", "{\"personalisation\":false}").status())
        .isEqualTo(200);
    JsonNode refused = insight("worth-40");
    assertThat(refused.path("personalUse").asBoolean()).isFalse();
    assertThat(refused.has("value")).isFalse();
    assertThat(refused.has("prices")).isFalse();
    JsonNode without = train("bg-nbd", "server");
    assertThat(api.put("customers/worth-40/consent", "{\"personalisation\":true}").status())
        .isEqualTo(200);
    JsonNode with = train("bg-nbd", "server");
    assertThat(with.path("data").path("rows").path("customers").asInt())
        .isEqualTo(without.path("data").path("rows").path("customers").asInt() + 1);
  }

  @Test
  void whatCannotBeForeseenIsSaid() {
    train("bg-nbd", "server");
    assertThat(insight("worth-" + RepeatOrders.CUSTOMERS).has("value"))
        .as("never bought")
        .isFalse();
    assertThat(api.get("customers/worth-nobody/insights").status()).isEqualTo(404);
    Answer wrong = api.post(MODEL + "/train", "{\"algorithm\":\"ease\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.pointers()).containsExactly("/algorithm");
    Answer tooLong =
        api.post(
            MODEL + "/train", "{\"executor\":\"server\",\"options\":{\"horizonDays\":\"1800\"}}");
    assertThat(tooLong.status()).as("at once, not by a job that fails").isEqualTo(409);
    assertThat(tooLong.text())
        .contains("customers who bought 1800 days or more before the newest order")
        .contains("Choose a shorter horizon");
  }
}
