package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.TinyShop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A shop of tea and of tools, in which nobody likes both: what is recommended shows what is known
 * of a visitor. Both are in a category of their own, so that other suites may use the same shop.
 */
final class TwoWorlds {

  /** Products of each world. */
  static final int PRODUCTS = 12;

  private static final int PEOPLE = 25;
  private static final int EACH = 6;

  private final ShopApi api;
  private final String run = Long.toString(Clock.systemUTC().millis(), 36);
  private final AtomicInteger events = new AtomicInteger();

  TwoWorlds(ShopApi api) {
    this.api = api;
  }

  /** Fills the shop, trains on it and lets that version serve. */
  static TwoWorlds open(ShopApi api) {
    var worlds = new TwoWorlds(api);
    for (int i = 0; i < PRODUCTS; i++) {
      worlds.putProduct("tea-" + i, 5, "");
      worlds.putProduct("tool-" + i, 5, "");
    }
    List<String> batch = new ArrayList<>();
    for (String world : List.of("tea-", "tool-")) {
      for (int person = 0; person < PEOPLE; person++) {
        for (int i = 0; i < EACH; i++) {
          String product = world + (person + i * (1 + person % 3)) % PRODUCTS;
          String who = "\"customerId\":\"world-%s%d\"".formatted(world, person);
          batch.add(worlds.event("view", who, product, Duration.ofDays(2 + i)));
        }
      }
    }
    worlds.send(batch);
    TinyShop.train(api, "item-neighbours-cosine");
    JsonNode newest = api.get("models/recommendation/versions").json().path(0);
    if (!newest.path("stage").asText().equals("LIVE")) {
      String version = "models/recommendation/versions/" + newest.path("version").asInt();
      assertThat(api.post(version + ":promote", "{\"reason\":\"two worlds\"}").status())
          .isEqualTo(200);
    }
    return worlds;
  }

  /**
   * Stores a product.
   *
   * @param more further fields, each with a comma before it
   */
  void putProduct(String id, int stock, String more) {
    String product =
        """
        {"id":"%s","titleEn":"%s","categoryPath":"Worlds/%s","price":"9.90","currency":"EUR",
         "stock":%d,"active":true%s}\
        """
            .formatted(id, id, id.startsWith("tea") ? "Tea" : "Tools", stock, more);
    Answer answer = api.put("products/" + id, product);
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  /** An event of a customer. */
  void customer(String customer, String type, String product) {
    send(List.of(event(type, "\"customerId\":\"" + customer + "\"", product, Duration.ZERO)));
  }

  /** An event of a visitor. */
  void visitor(String visitor, String type, String product) {
    visitor(visitor, type, product, Duration.ZERO);
  }

  /** An event of a visitor, a time ago. */
  void visitor(String visitor, String type, String product, Duration ago) {
    send(List.of(event(type, "\"visitorId\":\"" + visitor + "\"", product, ago)));
  }

  private String event(String type, String who, String product, Duration ago) {
    int number = events.incrementAndGet();
    // Of two acts the later one has the later time, however fast they come; none is in the future.
    Instant time = Clock.systemUTC().instant().minus(ago).minusSeconds(60).plusMillis(number);
    return """
        {"eventId":"worlds-%s-%d","type":"%s",%s,"productId":"%s","channel":"web","time":"%s"}\
        """
        .formatted(run, number, type, who, product, time);
  }

  private void send(List<String> batch) {
    Answer answer = api.post("events", "[" + String.join(",", batch) + "]");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.json().path("accepted").asInt()).as(answer.text()).isEqualTo(batch.size());
  }

  /** The answer for somebody, of these worlds only. */
  JsonNode ask(String who, int n) {
    Answer answer = api.get("recommendations?" + who + "&n=" + n + "&filter=category:Worlds");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** All that can be shown to somebody. */
  List<String> all(String who) {
    return ask(who, 100).path("items").findValuesAsText("productId");
  }

  /** The five that are shown first to somebody. */
  List<String> first(String who) {
    return ask(who, 5).path("items").findValuesAsText("productId");
  }
}
