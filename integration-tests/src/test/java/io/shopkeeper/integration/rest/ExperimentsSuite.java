package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TriedRecipes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Experiments on placements by REST, from the draft to the published winner; the same on every
 * database. Version 1 of each placement shows ex-0 first, version 2 shows ex-1 first.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExperimentsSuite {

  private ShopApi api;
  private boolean filled;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (!filled) {
      for (int i = 0; i < 3; i++) {
        api.put(
                "products/ex-" + i,
                """
                {"id":"ex-%d","titleEn":"Lamp number %d","categoryPath":"Tried/Lamp","brand":"Lit",
                 "price":"20.00","currency":"EUR","stock":9,"attributes":{},"active":true}\
                """
                    .formatted(i, i))
            .good();
      }
      filled = true;
    }
  }

  /** A placement with two recipes, of which the first is live. */
  private void placement(String name) {
    for (int first = 0; first < 2; first++) {
      api.put(
              "placements/" + name,
              """
              {"recipe":{"sources":[{"source":"picks","weight":1,"products":["ex-0","ex-1"]}],
                "rules":[{"rule":"pin","product":"ex-%d","place":1}],"diversify":"off","n":1}}\
              """
                  .formatted(first))
          .good();
    }
    api.post("placements/" + name + ":publish", "{\"version\":1}").good();
  }

  private static String design(String placement, String more) {
    return """
        {"placement":"%s","arms":[{"name":"control","version":1,"share":1},
          {"name":"other","version":2,"share":1}]%s}\
        """
        .formatted(placement, more);
  }

  private void running(String name, String more) {
    placement(name);
    api.put("experiments/" + name, design(name, more)).good();
    api.post("experiments/" + name + ":start", "{}").good();
  }

  private JsonNode shown(String placement, String visitor) {
    return api.get("recommendations?placement=" + placement + "&visitor=" + visitor).good().json();
  }

  private Map<String, String> arms(String placement, int visitors) {
    Map<String, String> arms = new HashMap<>();
    for (int i = 0; i < visitors; i++) {
      arms.put("v" + i, shown(placement, "v" + i).path("arm").asText());
    }
    return arms;
  }

  private void does(String visitor, String type, String product, String more) {
    TriedRecipes.does(api, visitor, type, product, more);
  }

  @Test
  void everyVisitorSeesOneArmAndItsRecipe() {
    running("ex-arms", "");
    Map<String, String> first = arms("ex-arms", 40);
    assertThat(first.values()).contains("control", "other").doesNotContain("");
    assertThat(arms("ex-arms", 40)).isEqualTo(first);
    first.forEach(
        (visitor, arm) -> {
          JsonNode answer = shown("ex-arms", visitor);
          boolean control = arm.equals("control");
          assertThat(answer.path("experiment").asText()).isEqualTo("ex-arms");
          assertThat(answer.path("recipeVersion").asInt()).isEqualTo(control ? 1 : 2);
          assertThat(answer.path("items").path(0).path("productId").asText())
              .isEqualTo(control ? "ex-0" : "ex-1");
        });
    JsonNode nobody = api.get("recommendations?placement=ex-arms").good().json();
    assertThat(nobody.has("arm")).as("of whom nothing is known").isFalse();
    assertThat(nobody.path("recipeVersion").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsShownAndWhatFollowsIsCountedByArm() {
    running(
        "ex-count", ",\"primary\":\"click\",\"guards\":[{\"metric\":\"revenue\",\"margin\":0.1}]");
    Map<String, String> arms = arms("ex-count", 20);
    shown("ex-count", "v0");
    int clicks = 0;
    for (Map.Entry<String, String> each : arms.entrySet()) {
      if (each.getValue().equals("other")) {
        does(each.getKey(), "click", "ex-1", "");
        does(each.getKey(), "purchase", "ex-1", ",\"value\":2");
        clicks++;
      } else {
        does(each.getKey(), "click", "ex-2", "");
      }
    }
    JsonNode figures = api.get("experiments/ex-count/figures").good().json();
    JsonNode control = figures.path("arms").path(0);
    JsonNode other = figures.path("arms").path(1);
    assertThat(control.path("visitors").asInt()).isEqualTo(20 - clicks);
    assertThat(other.path("visitors").asInt()).isEqualTo(clicks);
    assertThat(control.path("impressions").asInt() + other.path("impressions").asInt())
        .isEqualTo(21);
    assertThat(mean(control, "click")).as("of a product that was not shown").isZero();
    assertThat(mean(other, "click")).isEqualTo(1);
    assertThat(mean(other, "cart")).isZero();
    assertThat(mean(other, "purchase")).isEqualTo(1);
    assertThat(mean(other, "revenue")).isEqualTo(40);
    assertThat(other.path("guards").path(0).path("state").asText()).isEqualTo("OPEN");
    assertThat(figures.path("ratio").path("mismatch").asBoolean()).isFalse();
    assertThat(figures.path("verdict").asText()).isEqualTo("UNDECIDED");
    assertThat(figures.path("text").asText()).startsWith("Nothing can be said yet about clicks");
    Answer chinese =
        api.send(
            api.request("experiments/ex-count/figures").header("Accept-Language", "zh-CN").GET());
    assertThat(chinese.json().path("text").asText()).startsWith("关于点击目前还不能下结论");
    assertThat(api.send(api.request("metrics").setHeader("Accept", "text/plain")).good().text())
        .contains("shopkeeper_impressions_written_total")
        .contains("shopkeeper_impressions_dropped_total 0.0");
  }

  @Test
  void aMergedVisitorsPurchaseIsTheVisitorsArms() {
    running("ex-merged", ",\"primary\":\"margin\"");
    String arm = shown("ex-merged", "ex-phone").path("arm").asText();
    String product = arm.equals("control") ? "ex-0" : "ex-1";
    api.post("customers/ex-anna/identities", "{\"visitorId\":\"ex-phone\"}").good();
    api.post(
            "events",
            """
            [{"eventId":"ex-till","type":"purchase","customerId":"ex-anna","productId":"%s",
              "channel":"store","time":"%s","value":3}]\
            """
                .formatted(product, Clock.systemUTC().instant()))
        .good();
    for (JsonNode each : api.get("experiments/ex-merged/figures").json().path("arms")) {
      boolean own = each.path("name").asText().equals(arm);
      assertThat(each.path("purchases").asInt()).isEqualTo(own ? 1 : 0);
      assertThat(each.path("withoutMargin").asInt()).isEqualTo(own ? 1 : 0);
      if (own) {
        assertThat(mean(each, "revenue")).isEqualTo(60);
        assertThat(mean(each, "margin")).as("nobody has said it").isZero();
      }
    }
  }

  private static double mean(JsonNode arm, String metric) {
    for (JsonNode each : arm.path("metrics")) {
      if (each.path("metric").asText().equals(metric)) {
        return each.path("mean").asDouble(-1);
      }
    }
    return -1;
  }

  @Test
  void aGreaterRampMovesNobody() {
    running("ex-ramp", ",\"ramp\":0.4,\"holdout\":0.2");
    Map<String, String> before = arms("ex-ramp", 60);
    assertThat(before.values()).contains("control", "other", "holdout", "");
    api.post("experiments/ex-ramp:ramp", "{\"ramp\":1}").good();
    Map<String, String> after = arms("ex-ramp", 60);
    assertThat(after.values()).doesNotContain("");
    before.forEach(
        (visitor, arm) -> {
          if (!arm.isEmpty()) {
            assertThat(after).containsEntry(visitor, arm);
          }
        });
    long out = after.values().stream().filter("holdout"::equals).count();
    assertThat(api.get("experiments/ex-ramp/figures").json().path("heldOut").asLong())
        .isEqualTo(out);
  }

  @Test
  void whoStopsItPublishesTheWinner() {
    running("ex-stop", "");
    Answer stopped =
        api.post("experiments/ex-stop:stop", "{\"publish\":\"other\",\"note\":\"more clicks\"}")
            .good();
    assertThat(stopped.json().path("state").asText()).isEqualTo("STOPPED");
    assertThat(stopped.json().path("published").asText()).isEqualTo("other");
    for (int i = 0; i < 5; i++) {
      JsonNode answer = shown("ex-stop", "v" + i);
      assertThat(answer.path("recipeVersion").asInt()).isEqualTo(2);
      assertThat(answer.has("experiment")).isFalse();
    }
    JsonNode placement = api.get("placements/ex-stop").json().path("placement");
    assertThat(placement.path("liveVersion").asInt()).isEqualTo(2);
    assertThat(placement.path("note").asText()).isEqualTo("more clicks");
    assertThat(api.post("experiments/ex-stop:stop", "{}").status()).isEqualTo(409);
    List<String> acts = new ArrayList<>();
    for (JsonNode record : api.get("audit?q=ex-stop").json()) {
      acts.add(record.path("act").asText() + " " + record.path("subject").asText());
    }
    assertThat(acts)
        .contains(
            "experiment.draft ex-stop",
            "experiment.start ex-stop",
            "experiment.stop ex-stop → other");
  }

  @Test
  void whoKeepsWhatIsLivePublishesNothing() {
    running("ex-keep", "");
    api.post("experiments/ex-keep:stop", "{}").good();
    assertThat(shown("ex-keep", "v1").path("recipeVersion").asInt()).isEqualTo(1);
  }

  @Test
  void oneRunsAtAPlacementAndWhatRunsIsNotChanged() {
    running("ex-one", "");
    api.put("experiments/ex-two", design("ex-one", "")).good();
    Answer busy = api.post("experiments/ex-two:start", "{}");
    assertThat(busy.status()).isEqualTo(409);
    assertThat(busy.json().path("detail").asText()).contains("ex-one");
    assertThat(api.put("experiments/ex-one", design("ex-one", "")).status()).isEqualTo(409);
    assertThat(api.post("experiments/ex-one:start", "{}").status()).isEqualTo(409);
    assertThat(api.post("experiments/ex-two:ramp", "{\"ramp\":0.5}").status()).isEqualTo(409);
    api.post("experiments/ex-one:stop", "{}").good();
    api.post("experiments/ex-two:start", "{}").good();
    assertThat(api.get("experiments").json().findValuesAsText("name")).contains("ex-one", "ex-two");
  }

  @Test
  void everyFaultOfADesignIsNamedWithItsPlace() {
    placement("ex-bad");
    assertThat(
            api.put(
                    "experiments/ex-bad",
                    """
                    {"placement":"ex-bad","arms":[{"name":"holdout","version":1,"share":0}],
                     "holdout":1,"ramp":0,"guards":[{"metric":"click","margin":2}],
                     "plannedVisitors":5,"windowHours":0}\
                    """)
                .pointers())
        .containsExactly(
            "/arms",
            "/arms/0/name",
            "/arms/0/share",
            "/holdout",
            "/ramp",
            "/guards/0/margin",
            "/plannedVisitors",
            "/windowHours");
    assertThat(api.put("experiments/ex-bad", design("ex-bad", "").replace("2,", "7,")).pointers())
        .containsExactly("/arms/1/version");
    assertThat(api.put("experiments/ex-bad", design("nowhere", "")).pointers())
        .containsExactly("/placement");
    assertThat(api.put("experiments/ex-bad", design("ex-bad", ",\"primary\":\"fame\"")).pointers())
        .containsExactly("/primary");
    assertThat(api.put("experiments/Not-A-Name", design("ex-bad", "")).pointers())
        .containsExactly("/name");
    assertThat(api.get("experiments/ex-bad").status()).as("nothing was kept").isEqualTo(404);
    assertThat(api.get("experiments/ex-bad/figures").status()).isEqualTo(404);
    assertThat(api.post("experiments/ex-bad:start", "{}").status()).isEqualTo(404);
    running("ex-bad", "");
    assertThat(api.post("experiments/ex-bad:ramp", "{\"ramp\":2}").pointers())
        .containsExactly("/ramp");
    assertThat(api.post("experiments/ex-bad:stop", "{\"publish\":\"third\"}").pointers())
        .containsExactly("/publish");
  }

  @Test
  void whoReadsChangesNothing() {
    running("ex-reader", "");
    ShopApi reader = api.with(key());
    assertThat(reader.get("experiments/ex-reader").status()).isEqualTo(200);
    assertThat(reader.get("experiments/ex-reader/figures").status()).isEqualTo(200);
    assertThat(reader.put("experiments/ex-reader", design("ex-reader", "")).status())
        .isEqualTo(403);
    assertThat(reader.post("experiments/ex-reader:ramp", "{\"ramp\":1}").status()).isEqualTo(403);
    assertThat(reader.post("experiments/ex-reader:stop", "{}").status()).isEqualTo(403);
  }

  private String key() {
    return api.post("keys", "{\"name\":\"experiments\",\"kind\":\"SECRET\",\"scopes\":[\"READ\"]}")
        .json()
        .path("text")
        .asText();
  }

  @Test
  void ofWhoDoesNotAllowItNothingIsLogged() {
    running("ex-consent", "");
    api.put("visitors/ex-shy/consent", "{\"personalisation\":false}").good();
    shown("ex-consent", "ex-shy");
    shown("ex-consent", "ex-open");
    int visitors = 0;
    for (JsonNode arm : api.get("experiments/ex-consent/figures").json().path("arms")) {
      visitors += arm.path("visitors").asInt();
    }
    assertThat(visitors).isEqualTo(1);
  }

  private int visitors(String experiment) {
    int visitors = 0;
    for (JsonNode arm :
        api.get("experiments/" + experiment + "/figures").good().json().path("arms")) {
      visitors += arm.path("visitors").asInt();
    }
    return visitors;
  }

  private int impressions(String placement) {
    return api.get("placements/" + placement + "/figures")
        .good()
        .json()
        .path("total")
        .path("impressions")
        .asInt();
  }

  @Test
  void whoTakesTheConsentBackFallsOutWithAllThatWasShown() {
    running("ex-leaves", "");
    shown("ex-leaves", "ex-leaver");
    shown("ex-leaves", "ex-stays");
    assertThat(visitors("ex-leaves")).as("stored by now").isEqualTo(2);
    shown("ex-leaves", "ex-leaver");
    api.put("visitors/ex-leaver/consent", "{\"personalisation\":false}").good();
    assertThat(visitors("ex-leaves")).isEqualTo(1);
    assertThat(impressions("ex-leaves")).as("what waited is gone, too").isEqualTo(1);
    api.put("visitors/ex-leaver/consent", "{\"personalisation\":true}").good();
    assertThat(visitors("ex-leaves")).as("nothing comes back").isEqualTo(1);
    shown("ex-leaves", "ex-leaver");
    assertThat(visitors("ex-leaves")).isEqualTo(2);
  }

  @Test
  void whoIsRemovedOrMergedIntoARefusalFallsOutWithAllVisitors() {
    running("ex-removed", "");
    api.post("customers/ex-gone/identities", "{\"visitorId\":\"ex-gone-v\"}").good();
    shown("ex-removed", "ex-gone-v");
    shown("ex-removed", "ex-merged-v");
    shown("ex-removed", "ex-other");
    api.get("recommendations?placement=ex-removed&customer=ex-gone").good();
    assertThat(visitors("ex-removed")).isEqualTo(4);
    api.put(
            "customers/ex-gone",
            "{\"id\":\"ex-gone\",\"name\":\"Gone\",\"email\":\"g@example.org\",\"locale\":\"en\"}")
        .good();
    api.delete("customers/ex-gone").good();
    assertThat(visitors("ex-removed")).isEqualTo(2);
    api.put("customers/ex-refuser/consent", "{\"personalisation\":false}").good();
    api.post("customers/ex-refuser/identities", "{\"visitorId\":\"ex-merged-v\"}").good();
    assertThat(visitors("ex-removed")).isEqualTo(1);
  }
}
