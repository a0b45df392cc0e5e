package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Payments judged through the interface; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FraudSuite {

  private static final String SCORE = "transactions:score";

  private final Instant begin = Instant.now(Clock.systemUTC()).minusSeconds(3600);
  private ShopApi api;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
  }

  private String payment(String id, int second, String card, String more) {
    return ("{\"id\":\"%s\",\"amount\":\"20.00\",\"currency\":\"EUR\",\"cardFingerprint\":\"%s\","
            + "\"time\":\"%s\"%s}")
        .formatted(id, card, begin.plusSeconds(second), more.isEmpty() ? "" : "," + more);
  }

  private JsonNode judged(String id, int second, String card, String more) {
    return api.post(SCORE, payment(id, second, card, more)).good().json();
  }

  @Test
  void oneGoodPaymentPassesAndIsKept() {
    JsonNode verdict =
        judged(
            "fr-good",
            1,
            "fr-good-card",
            "\"customerId\":\"fr-good-c\",\"email\":\"Anna@Example.org\",\"ip\":\"203.0.113.7\"");
    assertThat(verdict.path("decision").asText()).isEqualTo("allow");
    assertThat(verdict.path("score").isNull()).isTrue();
    assertThat(verdict.path("modelVersion").isNull()).isTrue();
    assertThat(verdict.path("degraded")).extracting(JsonNode::asText).containsExactly("model");
    assertThat(verdict.path("rules")).isEmpty();
    assertThat(verdict.path("shopperText").asText()).contains("being processed");
    JsonNode kept = api.get("transactions/fr-good").good().json();
    assertThat(kept.path("amount").asText()).isEqualTo("20.00");
    assertThat(kept.path("status").asText()).isEqualTo("PENDING");
    assertThat(kept.toString()).doesNotContainIgnoringCase("anna");
  }

  /** Five cards from one device: the fifth is refused, in both languages, and says why. */
  @Test
  void cardsThatAreTriedFromOneDeviceAreBlocked() {
    String device = "\"device\":\"fr-test-d\"";
    for (int card = 0; card < 4; card++) {
      assertThat(
              judged("fr-test-" + card, card, "fr-test-" + card, device).path("decision").asText())
          .isEqualTo("allow");
    }
    JsonNode fifth = judged("fr-test-4", 9, "fr-test-4", device);
    assertThat(fifth.path("decision").asText()).isEqualTo("block");
    JsonNode rule = fifth.path("rules").path(0);
    assertThat(rule.path("rule").asText()).isEqualTo("card-testing-device");
    assertThat(rule.path("name").asText()).isEqualTo("Many cards tried from one device");
    assertThat(rule.path("text").asText())
        .isEqualTo("Cards in payments from this device within an hour: 5 (rule: 5 or more)");
    assertThat(fifth.path("shopperText").asText()).doesNotContainIgnoringCase("device");

    JsonNode again =
        api.post(SCORE + "?lang=zh", payment("fr-test-4", 9, "fr-test-4", device)).good().json();
    assertThat(again.path("repeated").asBoolean()).isTrue();
    assertThat(again.path("decidedAt")).isEqualTo(fifth.path("decidedAt"));
    assertThat(again.path("rules").path(0).path("text").asText())
        .isEqualTo("1 小时内此设备的付款所用的卡数：5（规则：不少于 5）");
  }

  @Test
  void aBatchIsJudgedInItsOrderAndFaultsAreNamed() {
    var rows = new StringBuilder("[");
    for (int card = 0; card < 5; card++) {
      rows.append(
              payment("fr-batch-" + card, card, "fr-batch-" + card, "\"device\":\"fr-batch-d\""))
          .append(',');
    }
    rows.append(payment("fr-batch-1", 7, "fr-batch-1", "")).append(',');
    rows.append(payment("fr-batch-bad", 8, "fr-batch-1", "\"ip\":\"nowhere!\"")).append(']');
    JsonNode answer = api.post(SCORE, rows.toString()).good().json();
    assertThat(answer.path("judged").asInt()).isEqualTo(5);
    assertThat(answer.path("refused").asInt()).isEqualTo(2);
    assertThat(answer.path("results"))
        .extracting(row -> row.path("verdict").path("decision").asText())
        .containsExactly("allow", "allow", "allow", "allow", "block", "", "");
    assertThat(answer.path("results").path(5).path("errors").path(0).path("pointer").asText())
        .isEqualTo("/id");
    assertThat(answer.path("results").path(6).path("errors").path(0).path("pointer").asText())
        .isEqualTo("/ip");
    assertThat(api.get("transactions/fr-batch-bad").status()).isEqualTo(404);
  }

  /** The shop tells by PUT that payments were declined; after that the card is to be confirmed. */
  @Test
  void whatTheShopTellsOfEarlierPaymentsCounts() {
    for (int i = 0; i < 3; i++) {
      judged("fr-told-" + i, i, "fr-told-card", "");
      String declined =
          ("{\"id\":\"fr-told-%d\",\"amount\":\"20.00\",\"currency\":\"EUR\",\"status\":\"DECLINED\","
                  + "\"cardFingerprint\":\"fr-told-card\",\"time\":\"%s\"}")
              .formatted(i, begin.plusSeconds(i));
      assertThat(api.put("transactions/fr-told-" + i, declined).status()).isEqualTo(204);
    }
    assertThat(judged("fr-told-past", 30, "fr-told-card", "").path("decision").asText())
        .as("at its time nobody knew of it")
        .isEqualTo("allow");
    String now =
        "{\"id\":\"fr-told-now\",\"amount\":1,\"currency\":\"EUR\",\"cardFingerprint\":\"fr-told-card\"}";
    assertThat(api.post(SCORE, now).good().json().path("decision").asText()).isEqualTo("challenge");
    for (int i = 0; i < 3; i++) {
      assertThat(api.delete("transactions/fr-told-" + i).status()).isEqualTo(204);
    }
    assertThat(
            api.post(SCORE, now.replace("fr-told-now", "fr-told-then"))
                .good()
                .json()
                .path("decision")
                .asText())
        .isEqualTo("allow");
  }

  @Test
  void wrongQuestionsAreRefusedAndNothingIsKept() {
    Answer empty = api.post(SCORE, "{}");
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.contentType()).startsWith("application/problem+json");
    assertThat(empty.pointers()).contains("/id", "/amount", "/currency");
    assertThat(api.post(SCORE, "[]").status()).isEqualTo(400);
    assertThat(api.post(SCORE, "{\"id\":\"fr-x\",\"colour\":\"red\"}").pointers())
        .containsExactly("/colour");
    assertThat(
            api.post(SCORE, payment("fr-number", 0, "4111111111111111", "\"email\":\"nobody\""))
                .pointers())
        .containsExactly("/cardFingerprint", "/email");
    judged("fr-once", 0, "fr-once-card", "");
    assertThat(api.post(SCORE, payment("fr-once", 0, "fr-other-card", "")).pointers())
        .containsExactly("/id");
    assertThat(api.with("nobody").post(SCORE, "{}").status()).isEqualTo(401);
  }
}
