package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several questions by one request, each with its own answer; the same on every database. */
abstract class RecommendationBatchesSuite extends PlacedProducts {

  @Test
  void oneRequestAsksForSeveralPlacementsAndEachFaultIsAtItsPlace() {
    live("pl-batch", recipe(ONLY_OURS, pin("pl-4", 1)));
    JsonNode batch =
        api.post(
                "recommendations:batch?include=product&lang=zh",
                """
                [{"visitor":"pl-many","placement":"pl-batch","n":2,"exclude":["pl-0"]},
                 {"placement":"pl-nowhere"}, null, {"n":0,"filter":"color:red"},
                 {"visitor":"pl-many","placement":"pl-batch"}]\
                """)
            .good()
            .json();
    assertThat(batch.path("answered").asInt()).isEqualTo(2);
    assertThat(batch.path("failed").asInt()).isEqualTo(3);
    JsonNode results = batch.path("results");
    assertThat(results.findValuesAsText("row")).containsExactly("0", "1", "2", "3", "4");
    JsonNode items = results.path(0).path("answer").path("items");
    assertThat(items).hasSize(2);
    assertThat(items.findValuesAsText("productId")).startsWith("pl-4").doesNotContain("pl-0");
    assertThat(items.path(0).path("product").path("title").asText()).isEqualTo("Pan number 4");
    assertThat(results.path(4).path("answer").path("items").findValuesAsText("productId"))
        .isEqualTo(shown("placement=pl-batch&visitor=pl-many"));
    assertThat(results.path(1).has("answer")).isFalse();
    assertThat(results.path(1).path("errors").findValuesAsText("pointer"))
        .containsExactly("/placement");
    assertThat(results.path(2).path("errors").findValuesAsText("message"))
        .containsExactly("is null");
    assertThat(results.path(3).path("errors").findValuesAsText("pointer")).containsExactly("/n");
    assertThat(api.post("recommendations:batch", "[]").status()).isEqualTo(400);
    assertThat(
            api.post("recommendations:batch", "[{}" + ",{}".repeat(100) + "]")
                .json()
                .path("detail")
                .asText())
        .contains("1 to 100");
  }

  @Test
  void whatBelongsToSeveralProductsIsAskedAtOnce() {
    for (String path : List.of("similar", "bought-together")) {
      JsonNode batch =
          api.post("products:" + path, "[{\"product\":\"pl-0\",\"n\":3},{\"n\":3}]").good().json();
      assertThat(batch.path("results").path(0).path("answer"))
          .isEqualTo(api.get("products/pl-0/" + path + "?n=3").good().json());
      assertThat(batch.path("results").path(1).path("errors").findValuesAsText("pointer"))
          .containsExactly("/product");
    }
    JsonNode liked =
        api.post("trending:batch", "[{\"filter\":\"category:Placed/Pan\",\"n\":2},{\"n\":101}]")
            .good()
            .json()
            .path("results");
    assertThat(liked.path(0).path("answer").path("items"))
        .isEqualTo(api.get("trending?filter=category:Placed/Pan&n=2").good().json().path("items"));
    assertThat(liked.path(1).path("errors").findValuesAsText("pointer")).containsExactly("/n");
  }

  @Test
  void aPageAsksForItsOwnCustomerOnlyAndForAnyVisitor() {
    String key =
        api.post("keys", "{\"name\":\"batch page\",\"kind\":\"PUBLIC\",\"scopes\":[\"READ\"]}")
            .good()
            .json()
            .path("text")
            .asText();
    JsonNode results =
        api.with(key)
            .post("recommendations:batch", "[{\"customer\":\"pl-other\"},{\"visitor\":\"pl-v\"}]")
            .good()
            .json()
            .path("results");
    assertThat(results.path(0).path("errors").findValuesAsText("pointer"))
        .containsExactly("/customer");
    assertThat(results.path(1).has("answer")).isTrue();
  }
}
