package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TinyShop;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a visitor does, allows and has shows in the very next answer; the same on every database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecommendationBehaviourSuite {

  private static final String REFUSE = "{\"personalisation\":false,\"source\":\"a test\"}";
  private static final String ALLOW = "{\"personalisation\":true}";

  private ShopServer shop;
  private ShopApi api;
  private TwoWorlds worlds;

  @BeforeEach
  void connect(ShopServer running) {
    shop = running;
    api = running.api();
    if (worlds == null) {
      worlds = TwoWorlds.open(api);
    }
  }

  @Test
  void aClickChangesTheNextAnswer() {
    assertReason("visitor=click-v", "no_history");
    worlds.visitor("click-v", "click", "tea-0");
    assertTaste("visitor=click-v", "tea-");
    worlds.visitor("click-v", "cart", "tool-0");
    worlds.visitor("click-v", "favourite", "tool-1");
    assertThat(worlds.first("visitor=click-v")).anyMatch(id -> id.startsWith("tool-"));
  }

  @Test
  void whatWasBoughtIsGoneFromTheList() {
    worlds.visitor("buy-v", "view", "tea-0");
    assertThat(worlds.all("visitor=buy-v")).contains("tea-1");
    worlds.visitor("buy-v", "purchase", "tea-1");
    assertThat(worlds.all("visitor=buy-v")).doesNotContain("tea-1").contains("tea-2");
  }

  @Test
  void whatWasOrderedIsGoneUnlessTheOrderIsCancelled() {
    String order =
        """
        {"id":"worlds-o","customerId":"order-c","status":"%s","placedAt":"2026-11-01T10:00:00Z",
         "currency":"EUR","channel":"store",
         "lines":[{"productId":"tool-3","quantity":1,"unitPrice":"9.90"}]}\
        """;
    worlds.customer("order-c", "view", "tool-0");
    assertThat(worlds.all("customer=order-c")).contains("tool-3");
    assertThat(api.put("orders/worlds-o", order.formatted("paid")).status()).isEqualTo(204);
    assertThat(worlds.all("customer=order-c")).doesNotContain("tool-3");
    assertThat(api.put("orders/worlds-o", order.formatted("cancelled")).status()).isEqualTo(204);
    assertThat(worlds.all("customer=order-c")).contains("tool-3");
  }

  @Test
  void whatIsUsedUpComesAgainAfterATime() {
    worlds.putProduct("tea-used-up", 5, ",\"attributes\":{\"consumable\":\"20\"}");
    worlds.visitor("used-v", "view", "tea-0");
    worlds.visitor("used-v", "purchase", "tea-used-up", Duration.ofDays(21));
    worlds.visitor("used-v", "purchase", "tea-2", Duration.ofDays(21));
    assertThat(worlds.all("visitor=used-v")).contains("tea-used-up").doesNotContain("tea-2");
    worlds.visitor("used-v", "purchase", "tea-used-up", Duration.ofDays(19));
    assertThat(worlds.all("visitor=used-v")).doesNotContain("tea-used-up");
  }

  @Test
  void theCategoriesOfConsumablesAreASettingOfTheShop() {
    worlds.visitor("kind-v", "view", "tool-0");
    worlds.visitor("kind-v", "purchase", "tool-4", Duration.ofDays(400));
    assertThat(worlds.all("visitor=kind-v")).doesNotContain("tool-4");
    String setting = "settings/recommendation.consumables";
    try {
      assertThat(api.put(setting, "{\"value\":\"Worlds/Tools\"}").status()).isEqualTo(200);
      assertThat(worlds.all("visitor=kind-v")).contains("tool-4");
    } finally {
      api.delete(setting);
    }
  }

  @Test
  void theCartsContentsAreNeverRecommended() {
    worlds.visitor("cart-v", "view", "tea-0");
    assertThat(worlds.all("visitor=cart-v")).contains("tea-5");
    worlds.visitor("cart-v", "cart", "tea-5");
    for (String placement : List.of("home", "product", "cart", "post-purchase", "email", "chat")) {
      assertThat(worlds.all("visitor=cart-v&placement=" + placement)).doesNotContain("tea-5");
    }
    worlds.visitor("cart-v", "remove_from_cart", "tea-5");
    assertThat(worlds.all("visitor=cart-v")).contains("tea-5");
    worlds.visitor("cart-v", "cart", "tea-5");
    assertThat(worlds.all("visitor=cart-v")).doesNotContain("tea-5");
  }

  @Test
  void whatIsOutOfStockIsGoneWithinASecond() {
    worlds.putProduct("tea-rare", 1, "");
    assertThat(worlds.all("visitor=stock-v")).contains("tea-rare");
    long before = System.nanoTime();
    worlds.putProduct("tea-rare", 0, "");
    assertThat(worlds.all("visitor=stock-v")).doesNotContain("tea-rare");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    worlds.putProduct("tea-rare", 2, "");
    assertThat(worlds.all("visitor=stock-v")).contains("tea-rare");
  }

  @Test
  void whatIsNotSoldYetOrNoMoreIsNotShown() {
    Instant now = Clock.systemUTC().instant();
    String until = ",\"availableUntil\":\"%s\"";
    worlds.putProduct("tea-season", 5, until.formatted(now.plus(Duration.ofDays(1))));
    assertThat(worlds.all("visitor=season-v")).contains("tea-season");
    worlds.putProduct("tea-season", 5, until.formatted(now.minusSeconds(1)));
    assertThat(worlds.all("visitor=season-v")).doesNotContain("tea-season");
    String from = ",\"availableFrom\":\"%s\"".formatted(now.plus(Duration.ofDays(1)));
    worlds.putProduct("tea-season", 5, from);
    assertThat(worlds.all("visitor=season-v")).doesNotContain("tea-season");
    assertThat(api.get("products/tea-season").json().has("availableUntil")).isFalse();
  }

  @Test
  void mergedIdentitiesHaveOneTasteAndSeparatedOnesTheirOwn() {
    worlds.visitor("merge-web", "view", "tea-0");
    worlds.visitor("merge-web", "purchase", "tea-1");
    assertReason("customer=merge-c", "no_history");
    merge("merge-c", "merge-web");
    merge("merge-c", "merge-phone");
    for (String who : List.of("customer=merge-c", "visitor=merge-web", "visitor=merge-phone")) {
      assertTaste(who, "tea-");
      assertThat(worlds.all(who)).as(who).doesNotContain("tea-1");
    }
    assertThat(api.get("customers/merge-c/identities").json().findValuesAsText("visitorId"))
        .containsExactly("merge-web", "merge-phone");

    assertThat(api.delete("customers/merge-c/identities/merge-web").status()).isEqualTo(204);
    assertReason("customer=merge-c", "no_history");
    assertReason("visitor=merge-phone", "no_history");
    assertTaste("visitor=merge-web", "tea-");
    assertThat(api.delete("customers/merge-c/identities/merge-web").status()).isEqualTo(404);
    JsonNode ended = api.get("customers/merge-c/identities?ended=true").json();
    assertThat(ended.findValuesAsText("endedAt")).hasSize(1);
  }

  @Test
  void aVisitorIsOneCustomerAtATime() {
    worlds.visitor("shared-v", "view", "tea-0");
    merge("shared-c1", "shared-v");
    worlds.customer("shared-c1", "view", "tool-0");
    merge("shared-c2", "shared-v");
    assertTaste("customer=shared-c2", "tea-");
    assertTaste("customer=shared-c1", "tool-");
    assertThat(api.get("customers/shared-c1/identities").json()).isEmpty();
  }

  @Test
  void withdrawnConsentStopsPersonalRankingAtOnce() {
    worlds.customer("consent-c", "view", "tea-0");
    worlds.customer("consent-c", "cart", "tea-7");
    assertTaste("customer=consent-c", "tea-");
    Answer refused = api.put("customers/consent-c/consent", REFUSE);
    assertThat(refused.status()).as(refused.text()).isEqualTo(200);
    assertThat(refused.json().path("personalisation").path("granted").asBoolean()).isFalse();
    for (String placement : List.of("home", "cart", "chat", "empty-search")) {
      assertReason("customer=consent-c&placement=" + placement, "no_consent");
    }
    JsonNode answer = worlds.ask("customer=consent-c", 100);
    assertThat(answer.findValuesAsText("reasonText")).noneMatch(reason -> reason.contains("tea-"));
    assertThat(answer.path("items").findValuesAsText("productId"))
        .as("nothing is read, not even the cart")
        .containsExactlyInAnyOrderElementsOf(worlds.all("visitor=nobody-at-all"));

    api.put("customers/consent-c/consent", ALLOW);
    assertTaste("customer=consent-c", "tea-");
    JsonNode history = api.get("customers/consent-c/consent/history").json();
    assertThat(history.findValuesAsText("granted")).containsExactly("true", "false");
    assertThat(history.path(1).path("source").asText()).isEqualTo("a test");
    assertThat(history.path(1).path("by").asText()).isNotBlank();
    assertThat(history.path(1).path("at").asText()).isNotBlank();
  }

  @Test
  void theStricterConsentHoldsAfterAMergeUntilThePersonDecides() {
    worlds.customer("strict-c", "view", "tea-0");
    api.put("customers/strict-c/consent", ALLOW);
    api.put("visitors/strict-v/consent", REFUSE);
    assertReason("customer=strict-c&visitor=strict-v", "no_consent");
    assertTaste("customer=strict-c", "tea-");
    merge("strict-c", "strict-v");
    assertReason("customer=strict-c", "no_consent");
    assertThat(granted("customers/strict-c/consent")).isFalse();

    api.delete("customers/strict-c/identities/strict-v");
    assertTaste("customer=strict-c", "tea-");
    assertThat(granted("visitors/strict-v/consent")).isFalse();

    merge("strict-c", "strict-v");
    api.put("customers/strict-c/consent", ALLOW);
    assertTaste("customer=strict-c", "tea-");
    assertTaste("visitor=strict-v", "tea-");
  }

  @Test
  void aShopThatAsksFirstPersonalisesForNobodyBeforehand() {
    worlds.visitor("optin-v", "view", "tea-0");
    worlds.visitor("optin-yes", "view", "tool-0");
    api.put("visitors/optin-yes/consent", ALLOW);
    try {
      Answer set = api.put("settings/privacy.personalisation", "{\"value\":\"false\"}");
      assertThat(set.status()).as(set.text()).isEqualTo(200);
      assertReason("visitor=optin-v", "no_consent");
      assertTaste("visitor=optin-yes", "tool-");
    } finally {
      api.delete("settings/privacy.personalisation");
    }
    assertTaste("visitor=optin-v", "tea-");
  }

  @Test
  void aPageDecidesForItsOwnVisitorAndCustomerOnly() {
    ShopApi page = api.with(publicKey());
    assertThat(page.put("visitors/own-v/consent", REFUSE).status()).isEqualTo(200);
    assertThat(granted("visitors/own-v/consent")).isFalse();
    assertThat(page.put("customers/own-c/consent", REFUSE).status()).isEqualTo(400);
    assertThat(page.get("customers/own-c/consent").status()).isEqualTo(400);
    assertThat(page.get("customers/own-c/consent/history").status()).isEqualTo(403);
    assertThat(page.get("customers/own-c/identities").status()).isEqualTo(403);
    assertThat(page.post("customers/own-c/identity-token", "{}").status()).isEqualTo(403);

    JsonNode token = api.post("customers/own-c/identity-token", "{}").json();
    String proof = token.path("token").asText();
    assertThat(withToken(page, "customers/own-c/consent", proof, REFUSE).status()).isEqualTo(200);
    assertThat(withToken(page, "customers/other-c/consent", proof, REFUSE).status()).isEqualTo(400);
    assertThat(granted("customers/own-c/consent")).isFalse();
    assertThat(granted("customers/other-c/consent")).isTrue();
    assertThat(withToken(page, "customers/me/consent", proof, ALLOW).status()).isEqualTo(200);
    assertThat(granted("customers/own-c/consent")).isTrue();
  }

  @Test
  void whatIsNotedInTheConsoleHoldsAtOnce() {
    api.put("customers/desk-c", "{\"id\":\"desk-c\",\"name\":\"Mei\"}");
    worlds.customer("desk-c", "view", "tea-0");
    merge("desk-c", "desk-v");
    assertTaste("customer=desk-c", "tea-");
    var browser = new ConsoleBrowser(shop.base());
    browser.signIn("admin", shop.administratorPassword());
    String path = "console/customer?id=desk-c";
    ConsoleBrowser.Page page = browser.get(path);
    assertThat(page.text()).contains("desk-v");
    browser.submit(
        path, page, "consent", Map.of("!source", "by telephone", "!refuse", "PERSONALISATION"));
    assertReason("customer=desk-c", "no_consent");
    JsonNode decision = api.get("customers/desk-c/consent/history").json().path(0);
    assertThat(decision.path("door").asText()).isEqualTo("CONSOLE");
    assertThat(decision.path("by").asText()).isEqualTo("admin");
    assertThat(decision.path("source").asText()).isEqualTo("by telephone");

    page = browser.get(path);
    assertThat(page.text()).contains("by telephone");
    browser.submit(path, page, "identities", Map.of("!separate", "desk-v"));
    assertThat(api.get("customers/desk-c/identities").json()).isEmpty();
    assertThat(api.get("audit?n=20").text()).contains("consent.decide", "identity.unlink");
  }

  @Test
  void aDecisionThatIsNoneIsRefusedByName() {
    assertThat(api.put("customers/bad-c/consent", "{}").pointers())
        .containsExactly("/personalisation");
    assertThat(api.put("customers/bad-c/consent", "{\"spying\":true}").pointers())
        .containsExactly("/spying");
    assertThat(api.put("customers/no%20id/consent", ALLOW).pointers())
        .containsExactly("/customerId");
    String longSource = "{\"personalisation\":true,\"source\":\"%s\"}".formatted("x".repeat(201));
    assertThat(api.put("customers/bad-c/consent", longSource).pointers())
        .containsExactly("/source");
    assertThat(api.post("customers/bad-c/identities", "{\"visitorId\":\"no id\"}").pointers())
        .containsExactly("/visitorId");
    assertThat(api.get("customers/bad-c/consent/history").json()).isEmpty();
  }

  @Test
  void nothingIsLearntFromWhoeverRefusesAndOnceFromWhoeverIsOne() {
    for (int i = 0; i < 4; i++) {
      worlds.customer("learn-refuser", "view", "tea-" + i);
      worlds.customer("learn-c", "view", "tool-" + i);
      worlds.visitor("learn-v", "view", "tool-" + (4 + i));
    }
    JsonNode before = trained();
    api.put("customers/learn-refuser/consent", REFUSE);
    merge("learn-c", "learn-v");
    JsonNode after = trained();
    assertThat(after.path("interactions").asLong())
        .isEqualTo(before.path("interactions").asLong() - 4);
    assertThat(after.path("users").asLong()).isEqualTo(before.path("users").asLong() - 2);
    assertThat(after.path("events").asLong()).isEqualTo(before.path("events").asLong());
  }

  /** What the newest version was made from. */
  private JsonNode trained() {
    TinyShop.train(api, "popularity");
    int version = api.get("models/recommendation/versions").json().path(0).path("version").asInt();
    return api.get("models/recommendation/versions/" + version).json().path("data").path("rows");
  }

  private void merge(String customer, String visitor) {
    Answer answer =
        api.post(
            "customers/" + customer + "/identities",
            "{\"visitorId\":\"%s\",\"source\":\"sign-in\"}".formatted(visitor));
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private boolean granted(String path) {
    return api.get(path).json().path("personalisation").path("granted").asBoolean();
  }

  private String publicKey() {
    Answer issued =
        api.post(
            "keys",
            "{\"name\":\"worlds page\",\"kind\":\"PUBLIC\",\"scopes\":[\"INGEST\",\"READ\"]}");
    assertThat(issued.status()).as(issued.text()).isEqualTo(201);
    return issued.json().path("text").asText();
  }

  private static Answer withToken(ShopApi page, String path, String token, String body) {
    return page.send(
        page.request(path)
            .header("Content-Type", "application/json")
            .header("Shopkeeper-Identity", token)
            .PUT(BodyPublishers.ofString(body)));
  }

  /** What is shown first is of one world, and that because of the visitor. */
  private void assertTaste(String who, String world) {
    JsonNode answer = worlds.ask(who, 5);
    assertThat(answer.path("fallback").asBoolean()).as(answer.toString()).isFalse();
    assertThat(answer.path("items").findValuesAsText("productId"))
        .as(who)
        .hasSize(5)
        .allMatch(id -> id.startsWith(world));
  }

  private void assertReason(String who, String reason) {
    JsonNode answer = worlds.ask(who, 5);
    assertThat(answer.path("fallbackReason").asText()).as(answer.toString()).isEqualTo(reason);
  }
}
