package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a recipe would have brought, told from a log with lists that were partly dealt by chance;
 * the same on every database. Visitors click on est-1 where it comes first, and on nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EstimatesSuite {

  private static final int VISITORS = 300;
  private static final double CLICKS = 1000;

  private ShopApi api;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    for (int i = 0; i < 12; i++) {
      ok(
          api.put(
              "products/est-" + i,
              """
              {"id":"est-%d","titleEn":"Bell number %d","categoryPath":"Rung/Bell","brand":"Ding",
               "price":"20.00","currency":"EUR","stock":9,"attributes":{},"active":true}\
              """
                  .formatted(i, i)));
    }
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isIn(200, 202, 204);
    return answer;
  }

  /** Saves a version that shows these products in this order. */
  private void save(String placement, String explore, int... products) {
    String ids =
        IntStream.of(products).mapToObj(i -> "\"est-" + i + "\"").collect(Collectors.joining(","));
    ok(
        api.put(
            "placements/" + placement,
            """
            {"recipe":{"sources":[{"source":"picks","weight":1,"products":[%s]}],
              "diversify":"off","n":3%s}}\
            """
                .formatted(ids, explore)));
  }

  private JsonNode estimate(String placement, int version) {
    String path = "placements/" + placement + "/versions/" + version + "/estimate";
    long job = ok(api.post(path, "{\"days\":1}")).json().path("id").asLong();
    JsonNode done = api.awaitJob(job);
    assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("SUCCEEDED");
    return ok(api.get(path)).json();
  }

  /** Lets visitors look and click. */
  private void visits(String placement) {
    List<String> clicks = new ArrayList<>();
    for (int i = 0; i < VISITORS; i++) {
      String visitor = placement + "-" + i;
      JsonNode answer =
          ok(api.get("recommendations?placement=" + placement + "&visitor=" + visitor)).json();
      if (answer.path("items").path(0).path("productId").asText().equals("est-1")) {
        clicks.add(
            """
            {"eventId":"%s","type":"click","visitorId":"%s","productId":"est-1","channel":"web",
             "time":"%s"}\
            """
                .formatted(visitor, visitor, Clock.systemUTC().instant()));
      }
    }
    if (!clicks.isEmpty()) {
      ok(api.post("events", "[" + String.join(",", clicks) + "]"));
    }
  }

  @Test
  void theLogTellsWhatAnotherVersionWouldHaveBrought() {
    save("est-dealt", ",\"explore\":0.2", 0, 1, 2, 3, 4, 5, 6, 7, 8);
    save("est-dealt", "", 1, 0, 2);
    save("est-dealt", "", 9, 10, 11);
    ok(api.post("placements/est-dealt:publish", "{\"version\":1}"));
    visits("est-dealt");
    assertThat(api.get("placements/est-dealt/versions/2/estimate").status()).isEqualTo(204);

    JsonNode told = estimate("est-dealt", 2);
    assertThat(told.path("refusal").isNull() || told.path("refusal").isMissingNode())
        .as(told.toString())
        .isTrue();
    assertThat(told.path("lists").asInt()).isEqualTo(VISITORS);
    assertThat(told.path("visitors").asInt()).isEqualTo(VISITORS);
    assertThat(told.path("support").asDouble()).isEqualTo(1);
    double shown = told.path("shown").path("perThousand").asDouble();
    assertThat(shown).as("one list in thirty has est-1 first").isBetween(1.0, 150.0);
    assertThat(told.path("inverse").path("perThousand").asDouble()).isGreaterThan(2 * shown);
    assertThat(told.path("inverse").path("low").asDouble()).isLessThanOrEqualTo(CLICKS);
    assertThat(told.path("inverse").path("high").asDouble()).isGreaterThanOrEqualTo(CLICKS);

    JsonNode itself = estimate("est-dealt", 1);
    assertThat(itself.path("inverse").path("perThousand").asDouble())
        .as("the live order itself has est-1 second")
        .isZero();

    JsonNode strange = estimate("est-dealt", 3);
    assertThat(strange.path("refusal").asText()).isEqualTo("no_support");
    assertThat(strange.path("support").asDouble()).isZero();
    assertThat(strange.hasNonNull("inverse")).isFalse();
  }

  @Test
  void aLogWithoutChanceTellsNothing() {
    save("est-dark", "", 0, 1, 2);
    save("est-dark", "", 1, 0, 2);
    ok(api.post("placements/est-dark:publish", "{\"version\":1}"));
    ok(api.get("recommendations?placement=est-dark&visitor=est-dark-v"));
    assertThat(estimate("est-dark", 2).path("refusal").asText()).isEqualTo("nothing_dealt");
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    save("est-wrong", "", 0);
    assertThat(api.get("placements/est-wrong/versions/9/estimate").status()).isEqualTo(404);
    assertThat(api.get("placements/est-wrong/versions/1/estimate?metric=smile").status())
        .isEqualTo(400);
    assertThat(api.post("placements/est-wrong/versions/1/estimate", "{\"days\":91}").status())
        .isEqualTo(400);
    Answer much =
        api.put(
            "placements/est-wrong",
            "{\"recipe\":{\"sources\":[{\"source\":\"trending\",\"weight\":1}],\"explore\":0.5}}");
    assertThat(much.status()).isEqualTo(400);
    assertThat(much.text()).contains("/recipe/explore").contains("must be 0 to 0.2");
  }
}
