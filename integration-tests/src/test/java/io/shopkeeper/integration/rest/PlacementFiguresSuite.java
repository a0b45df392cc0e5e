package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TriedRecipes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What placements bring, by REST; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlacementFiguresSuite {

  private ShopApi api;
  private boolean filled;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (!filled) {
      product("fi-known", "EUR", "{\"margin\":\"0.25\"}");
      product("fi-cost", "CNY", "{\"cost\":\"15.00\"}");
      product("fi-silent", "EUR", "{}");
      filled = true;
    }
  }

  private void product(String id, String currency, String attributes) {
    api.put(
            "products/" + id,
            """
            {"id":"%s","titleEn":"Jug %s","categoryPath":"Counted/Jug","brand":"Figure",
             "price":"20.00","currency":"%s","stock":9,"attributes":%s,"active":true}\
            """
                .formatted(id, id, currency, attributes))
        .good();
  }

  /** A placement that shows the three, live in its next version. */
  private void placement(String name, int n) {
    Answer saved =
        api.put(
                "placements/" + name,
                """
                {"recipe":{"sources":[{"source":"picks","weight":1,
                   "products":["fi-known","fi-cost","fi-silent"]}],"diversify":"off","n":%d}}\
                """
                    .formatted(n))
            .good();
    api.post(
            "placements/" + name + ":publish",
            "{\"version\":%d}".formatted(saved.json().path("version").asInt()))
        .good();
  }

  private void show(String placement, String visitor) {
    api.get("recommendations?placement=" + placement + "&visitor=" + visitor).good();
  }

  private void does(String visitor, String type, String product, String more) {
    TriedRecipes.does(api, visitor, type, product, more);
  }

  private JsonNode figures(String placement) {
    return api.get("placements/" + placement + "/figures").good().json();
  }

  private static void assertCounts(
      JsonNode counts, int impressions, int visitors, int clicks, int carts, int purchases) {
    assertThat(
            new int[] {
              counts.path("impressions").asInt(-1),
              counts.path("visitors").asInt(-1),
              counts.path("clicks").asInt(-1),
              counts.path("carts").asInt(-1),
              counts.path("purchases").asInt(-1)
            })
        .containsExactly(impressions, visitors, clicks, carts, purchases);
  }

  @Test
  void whatIsShownAndWhatFollowsIsCountedWithoutAnExperiment() {
    placement("fi-plain", 3);
    show("fi-plain", "fi-a");
    show("fi-plain", "fi-b");
    does("fi-a", "click", "fi-known", "");
    does("fi-a", "click", "ex-nowhere", "");
    placement("fi-plain", 2);
    show("fi-plain", "fi-b");
    does("fi-b", "cart", "fi-cost", "");
    does("fi-b", "purchase", "fi-known", ",\"value\":2");
    does("fi-b", "purchase", "fi-cost", "");
    does("fi-b", "purchase", "fi-silent", "");
    JsonNode figures = figures("fi-plain");
    JsonNode total = figures.path("total");
    assertCounts(total, 3, 2, 1, 1, 3);
    assertThat(total.path("withoutMargin").asInt()).isOne();
    assertThat(total.path("takings").toString())
        .isEqualTo(
            "[{\"currency\":\"CNY\",\"revenue\":\"20.00\",\"margin\":\"5.00\"},"
                + "{\"currency\":\"EUR\",\"revenue\":\"60.00\",\"margin\":\"10.00\"}]");
    assertThat(figures.path("days")).hasSize(28);
    assertCounts(figures.path("days").path(27).path("counts"), 3, 2, 1, 1, 3);
    assertCounts(figures.path("days").path(0).path("counts"), 0, 0, 0, 0, 0);
    assertThat(figures.path("versions").findValuesAsText("version")).containsExactly("2", "1");
    assertCounts(figures.path("versions").path(0).path("counts"), 1, 1, 0, 1, 2);
    assertCounts(figures.path("versions").path(1).path("counts"), 2, 2, 1, 0, 1);
  }

  @Test
  void overAllAnActCountsOnce() {
    placement("fi-one", 3);
    placement("fi-two", 3);
    JsonNode before = api.get("placements:figures").good().json().path("total");
    show("fi-one", "fi-twice");
    show("fi-two", "fi-twice");
    does("fi-twice", "click", "fi-cost", "");
    JsonNode all = api.get("placements:figures").good().json();
    assertThat(all.path("total").path("clicks").asInt() - before.path("clicks").asInt()).isOne();
    assertThat(all.path("total").path("visitors").asInt() - before.path("visitors").asInt())
        .isOne();
    int seen = 0;
    for (JsonNode place : all.path("placements")) {
      if (place.path("placement").asText().matches("fi-one|fi-two")) {
        assertCounts(place.path("counts"), 1, 1, 1, 0, 0);
        seen++;
      }
    }
    assertThat(seen).isEqualTo(2);
  }

  @Test
  void whoIsMergedIsCreditedWithWhatTheCustomerBought() {
    placement("fi-merged", 3);
    show("fi-merged", "fi-phone");
    api.post("customers/fi-anna/identities", "{\"visitorId\":\"fi-phone\"}").good();
    api.post(
            "events",
            """
            [{"eventId":"fi-till","type":"purchase","customerId":"fi-anna","productId":"fi-known",
              "channel":"store","time":"%s"}]\
            """
                .formatted(Clock.systemUTC().instant()))
        .good();
    assertCounts(figures("fi-merged").path("total"), 1, 1, 0, 0, 1);
    api.delete("customers/fi-anna/identities/fi-phone").good();
    assertCounts(figures("fi-merged").path("total"), 1, 1, 0, 0, 0);
  }

  @Test
  void otherDaysAndWindowsAreAskedFor() {
    placement("fi-days", 1);
    show("fi-days", "fi-days");
    LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    JsonNode before =
        api.get(
                "placements/fi-days/figures?from=%s&to=%s&window=720"
                    .formatted(today.minusDays(3), today.minusDays(2)))
            .good()
            .json();
    assertThat(before.path("range").path("windowHours").asInt()).isEqualTo(720);
    assertThat(before.path("days").findValuesAsText("day"))
        .containsExactly(today.minusDays(3).toString(), today.minusDays(2).toString());
    assertCounts(before.path("total"), 0, 0, 0, 0, 0);
    assertThat(api.get("placements/fi-days/figures?from=soon&to=2026-02-30&window=0").pointers())
        .containsExactlyInAnyOrder("/from", "/to", "/window");
    assertThat(api.get("placements/fi-nowhere/figures").status()).isEqualTo(404);
  }
}
