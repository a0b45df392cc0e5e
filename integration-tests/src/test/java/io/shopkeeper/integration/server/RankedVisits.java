package io.shopkeeper.integration.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A placement that shows products in the shop's own order, and visitors of three kinds who buy what
 * is of the brand that they look at. The order knows nothing of brands: a ranking by purchase can
 * find out.
 */
public final class RankedVisits {

  /** Products that are picked, of three brands in turn. */
  private static final int PRODUCTS = 24;

  private static final int BRANDS = 3;
  private static final double OWN = 0.5;
  private static final double OTHER = 0.03;

  private final ShopApi api;
  private final String placement;
  private int blending;
  private int ranking;

  private RankedVisits(ShopApi api, String placement) {
    this.api = api;
    this.placement = placement;
  }

  /** Makes the products and the placement: a version blends, which is live, and the next ranks. */
  public static RankedVisits at(ShopApi api, String placement) {
    var visits = new RankedVisits(api, placement);
    for (int i = 0; i < PRODUCTS; i++) {
      visits.product("rk-" + i, i % BRANDS);
    }
    for (int brand = 0; brand < BRANDS; brand++) {
      visits.product("rk-seen-" + brand, brand);
    }
    visits.blending = visits.recipe("blend");
    visits.ranking = visits.recipe("purchase");
    visits.publish(visits.blending);
    ok(api.put("settings/recommendation.feature-log", "{\"value\":\"60000\"}"));
    ok(api.put("settings/recommendation.ranking-window", "{\"value\":\"0\"}"));
    return visits;
  }

  private void product(String id, int brand) {
    ok(
        api.put(
            "products/" + id,
            """
            {"id":"%s","titleEn":"Thing %s","categoryPath":"Ranked","brand":"brand-%d",
             "price":"20.00","currency":"EUR","stock":9,"attributes":{},"active":true}\
            """
                .formatted(id, id, brand)));
  }

  private int recipe(String rank) {
    String picks =
        IntStream.range(0, PRODUCTS)
            .mapToObj(i -> "\"rk-" + i + "\"")
            .collect(Collectors.joining(","));
    return ok(api.put(
            "placements/" + placement,
            """
            {"recipe":{"sources":[{"source":"picks","weight":1,"products":[%s]}],
              "diversify":"off","n":12,"rank":"%s"}}\
            """
                .formatted(picks, rank)))
        .json()
        .path("version")
        .asInt();
  }

  /** The version that ranks by purchase. */
  public int ranking() {
    return ranking;
  }

  /** Lets visitors get a version. */
  public void publish(int version) {
    ok(api.post("placements/" + placement + ":publish", "{\"version\":" + version + "}"));
  }

  /** The kind of a visitor. */
  public static int kind(int visitor) {
    return visitor % BRANDS;
  }

  /** Whether a product is of the brand of a kind of visitors. */
  public static boolean suits(String product, int kind) {
    return Integer.parseInt(product.substring("rk-".length())) % BRANDS == kind;
  }

  /** A visitor comes and looks at something of the own brand. */
  public void looks(String visitor, int kind) {
    ok(api.post("events", "[" + event(visitor, "view", "rk-seen-" + kind) + "]"));
  }

  /** What a visitor is shown. */
  public List<JsonNode> shown(String visitor, String more) {
    JsonNode answer =
        ok(api.get("recommendations?placement=%s&visitor=%s%s".formatted(placement, visitor, more)))
            .json();
    List<JsonNode> items = new ArrayList<>();
    answer.path("items").forEach(items::add);
    return items;
  }

  /** How a visitor's list comes about. */
  public JsonNode explained(String visitor, int version) {
    return ok(api.get(
            "recommendations/explanation?placement=%s&visitor=%s&version=%d"
                .formatted(placement, visitor, version)))
        .json();
  }

  /** Visitors who look, are shown something, and buy. */
  public void comeAndBuy(String name, int visitors, long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < visitors; i++) {
      String visitor = name + "-" + i;
      looks(visitor, kind(i));
      List<String> bought = new ArrayList<>();
      for (JsonNode item : shown(visitor, "")) {
        String product = item.path("productId").asText();
        if (random.nextDouble() < (suits(product, kind(i)) ? OWN : OTHER)) {
          bought.add(event(visitor, "purchase", product));
        }
      }
      if (!bought.isEmpty()) {
        ok(api.post("events", "[" + String.join(",", bought) + "]"));
      }
    }
  }

  /** How many of these would be bought, on average. */
  public static double expected(List<String> products, int kind) {
    return products.stream().mapToDouble(product -> suits(product, kind) ? OWN : OTHER).sum();
  }

  private static String event(String visitor, String type, String product) {
    return """
        {"eventId":"rk-%s-%s-%s","type":"%s","visitorId":"%s","productId":"%s","channel":"web",
         "time":"%s"}\
        """
        .formatted(visitor, type, product, type, visitor, product, Clock.systemUTC().instant());
  }

  private static ShopApi.Answer ok(ShopApi.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isIn(200, 202, 204);
    return answer;
  }
}
