package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * Nine products and placements that show them, for suites about placements. No model is needed: the
 * recipes here take the source {@code content}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlacedProducts {

  static final String ONLY_OURS = "{\"rule\":\"only\",\"filter\":{\"categories\":[\"Placed\"]}}";

  ShopApi api;
  private boolean filled;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (!filled) {
      for (int i = 0; i < 9; i++) {
        product(i, i == 8 ? 0 : 3);
      }
      filled = true;
    }
  }

  /** pl-0, pl-3 and pl-6 are knives, the others pans and bowls; of two brands. */
  private void product(int i, int stock) {
    String kind = List.of("Knife", "Pan", "Bowl").get(i % 3);
    Answer put =
        api.put(
            "products/pl-" + i,
            """
            {"id":"pl-%d","titleEn":"%s number %d","categoryPath":"Placed/%s","brand":"%s",
             "price":"19.90","currency":"EUR","stock":%d,"attributes":{},"active":true}\
            """
                .formatted(i, kind, i, kind, i % 2 == 0 ? "Even" : "Odd", stock));
    assertThat(put.status()).as(put.text()).isEqualTo(204);
  }

  static String recipe(String... rules) {
    return """
        {"sources":[{"source":"content","weight":1}],"fallback":["assortment"],
         "rules":[%s],"diversify":"off","n":4}\
        """
        .formatted(String.join(",", rules));
  }

  static String pin(String product, int place) {
    return "{\"rule\":\"pin\",\"product\":\"%s\",\"place\":%d}".formatted(product, place);
  }

  Answer save(String placement, String recipe) {
    return api.put("placements/" + placement, "{\"recipe\":%s}".formatted(recipe));
  }

  int saved(String placement, String recipe) {
    Answer saved = save(placement, recipe);
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    return saved.json().path("version").asInt();
  }

  Answer publish(String placement, int version) {
    return api.post(
        "placements/" + placement + ":publish",
        "{\"version\":%d,\"note\":\"for autumn\"}".formatted(version));
  }

  void live(String placement, String recipe) {
    Answer published = publish(placement, saved(placement, recipe));
    assertThat(published.status()).as(published.text()).isEqualTo(200);
  }

  Answer undo(String placement) {
    return api.post("placements/" + placement + ":undo", "{}");
  }

  List<String> shown(String query) {
    Answer answer = api.get("recommendations?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("items").findValuesAsText("productId");
  }
}
