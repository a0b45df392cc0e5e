package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.TriedRecipes;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Recipes of placements by REST, from the first save to the undo, and why products are shown; the
 * same on every database.
 */
abstract class PlacementsSuite extends PlacedProducts {

  private static final List<String> STANDARD =
      List.of("home", "product", "cart", "post-purchase", "email", "chat", "empty-search");

  private void does(String visitor, String type, String product) {
    String event =
        """
        [{"eventId":"%1$s-%2$s-%3$s","type":"%2$s","visitorId":"%1$s","productId":"%3$s",
          "channel":"web","time":"2026-11-20T10:00:00Z"}]\
        """
            .formatted(visitor, type, product);
    assertThat(api.post("events", event).status()).isEqualTo(202);
  }

  @Test
  void everyShopHasPlacementsThatShowWhatTheProductCameWith() {
    JsonNode all = api.get("placements").json();
    assertThat(all).extracting(each -> each.path("name").asText()).containsSubsequence(STANDARD);
    Answer chat = api.get("placements/chat");
    assertThat(chat.json().path("placement").path("liveVersion").asInt()).isZero();
    assertThat(chat.json().path("recipe").path("sources").path(0).path("source").asText())
        .isEqualTo("personal");
    assertThat(chat.header("ETag")).contains("\"0\"");
    JsonNode versions = api.get("placements/chat/versions").json();
    assertThat(versions).hasSize(1);
    assertThat(versions.path(0).path("live").asBoolean()).isTrue();
    assertThat(api.get("placements/nowhere").status()).isEqualTo(404);
    assertThat(api.get("recommendations?placement=nowhere").pointers())
        .containsExactly("/placement");
  }

  @Test
  void aPublicationChangesTheNextAnswerAndAnUndoTakesItBack() {
    live("publishing", recipe(ONLY_OURS));
    List<String> before = shown("placement=publishing");
    assertThat(before).containsExactly("pl-0", "pl-1", "pl-2", "pl-3");

    int pinned = saved("publishing", recipe(ONLY_OURS, pin("pl-5", 1)));
    assertThat(shown("placement=publishing")).as("saved is not published").isEqualTo(before);
    JsonNode published = publish("publishing", pinned).json().path("placement");
    assertThat(published.path("liveVersion").asInt()).isEqualTo(pinned);
    assertThat(published.path("undoTo").asInt()).isEqualTo(pinned - 1);
    assertThat(published.path("note").asText()).isEqualTo("for autumn");
    assertThat(shown("placement=publishing")).containsExactly("pl-5", "pl-0", "pl-1", "pl-2");
    assertThat(api.get("recommendations?placement=publishing").json().path("recipeVersion").asInt())
        .isEqualTo(pinned);

    assertThat(undo("publishing").status()).isEqualTo(200);
    assertThat(shown("placement=publishing")).isEqualTo(before);
    assertThat(api.get("placements/publishing/versions").json())
        .extracting(each -> each.path("version").asInt() + " " + each.path("live").asBoolean())
        .containsExactly("2 false", "1 true", "0 false");
  }

  @Test
  void anUndoOfAnUndoGoesFurtherBack() {
    live("undoing", recipe(ONLY_OURS));
    live("undoing", recipe(ONLY_OURS, pin("pl-5", 1)));
    live("undoing", recipe(ONLY_OURS, pin("pl-7", 1)));
    List<Integer> versions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      versions.add(undo("undoing").json().path("placement").path("liveVersion").asInt());
    }
    assertThat(versions).containsExactly(2, 1, 0);
    Answer refused = undo("undoing");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asText()).contains("nothing to undo");
    assertThat(undo("email").status()).as("of one that nobody has touched").isEqualTo(409);
    assertThat(api.get("placements/undoing").json().path("placement").has("undoTo")).isFalse();
    assertThat(publish("undoing", 3).json().path("placement").path("undoTo").asInt()).isZero();
  }

  @Test
  void everyFaultOfARecipeIsNamedWithItsPlace() {
    Answer refused =
        save(
            "faulty",
            """
            {"sources":[{"source":"content","weight":0},{"source":"picks","weight":1}],
             "rules":[{"rule":"pin","product":"","place":0},{"rule":"bury"}],"n":500}\
            """);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.pointers())
        .containsExactly(
            "/recipe/sources/0/weight",
            "/recipe/sources/1/products",
            "/recipe/rules/0/product",
            "/recipe/rules/0/place",
            "/recipe/rules/1/filter",
            "/recipe/n");
    Answer unknown = save("faulty", "{\"sources\":[{\"source\":\"magic\",\"weight\":1}]}");
    assertThat(unknown.pointers()).containsExactly("/recipe/sources/0/source");
    assertThat(unknown.text()).contains("must be one of personal, session");
    assertThat(api.put("placements/faulty", "{}").pointers()).containsExactly("/recipe");
    assertThat(save("Not-A-Name", recipe()).pointers()).containsExactly("/name");
    assertThat(api.get("placements/faulty").status()).as("nothing was kept").isEqualTo(404);
    assertThat(publish("chat", 77).status()).isEqualTo(404);
    assertThat(api.post("placements/chat:publish", "{}").pointers()).containsExactly("/version");
  }

  @Test
  void whoHasReadAnOlderStateIsRefused() {
    live("tagged", recipe(ONLY_OURS));
    String read = api.get("placements/tagged").header("ETag").orElseThrow();
    Answer first = withTag("PUT", "placements/tagged", read, body(recipe(pin("pl-1", 1))));
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.header("ETag")).isPresent().isNotEqualTo(java.util.Optional.of(read));

    assertStale(withTag("PUT", "placements/tagged", read, body(recipe(pin("pl-2", 1)))));
    assertStale(withTag("POST", "placements/tagged:publish", read, "{\"version\":2}"));
    assertStale(withTag("POST", "placements/tagged:undo", read, "{}"));
    String fresh = first.header("ETag").orElseThrow();
    assertThat(withTag("POST", "placements/tagged:publish", fresh, "{\"version\":2}").status())
        .isEqualTo(200);
  }

  private static String body(String recipe) {
    return "{\"recipe\":%s}".formatted(recipe);
  }

  private Answer withTag(String verb, String path, String tag, String body) {
    return api.send(
        api.request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .method(verb, BodyPublishers.ofString(body)));
  }

  private static void assertStale(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(412);
    assertThat(answer.json().path("type").asText()).endsWith("changed-meanwhile");
  }

  @Test
  void theSameRecipeIsNotSavedTwice() {
    assertThat(saved("same", recipe(ONLY_OURS))).isEqualTo(1);
    assertThat(saved("same", recipe(ONLY_OURS))).isEqualTo(1);
    assertThat(saved("same", recipe())).isEqualTo(2);
    assertThat(saved("same", recipe(ONLY_OURS))).isEqualTo(3);
  }

  @Test
  void ofSeveralWhoSaveAtOnceNobodyTakesAnothersVersion() throws Exception {
    var start = new CountDownLatch(1);
    List<Future<Answer>> saves = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        int place = 1 + i;
        Callable<Answer> saving =
            () -> {
              start.await();
              return save("crowded", recipe(pin("pl-1", place)));
            };
        saves.add(threads.submit(saving));
      }
      start.countDown();
    }
    List<Integer> versions = new ArrayList<>();
    for (Future<Answer> save : saves) {
      Answer answer = save.get();
      assertThat(answer.status()).as(answer.text()).isIn(200, 409);
      if (answer.status() == 200) {
        versions.add(answer.json().path("version").asInt());
      }
    }
    assertThat(versions).isNotEmpty().doesNotHaveDuplicates();
    assertThat(api.get("placements/crowded/versions").json()).hasSize(versions.size() + 1);
  }

  @Test
  void anAnswerIsExplainedStepByStep() {
    live(
        "explained",
        recipe(
            ONLY_OURS,
            pin("pl-5", 1),
            "{\"rule\":\"boost\",\"strength\":1,\"filter\":{\"products\":[\"pl-6\"]}}",
            "{\"rule\":\"exclude\",\"filter\":{\"products\":[\"pl-1\"]}}"));
    does("pl-visitor", "view", "pl-0");
    String query = "placement=explained&visitor=pl-visitor&n=3";
    JsonNode told = api.get("recommendations/explanation?whyNot=pl-1&" + query).json();
    assertThat(told.path("shown").findValuesAsText("productId")).isEqualTo(shown(query));
    assertThat(told.path("acts").asInt()).isEqualTo(1);
    assertThat(told.path("recipeVersion").asInt()).isEqualTo(1);
    JsonNode first = told.path("shown").path(0);
    assertThat(first.path("productId").asText()).isEqualTo("pl-5");
    assertThat(first.path("fate").asText()).isEqualTo("PINNED");
    assertThat(first.path("rule").asInt()).isEqualTo(1);

    JsonNode knife = told.path("shown").path(1);
    assertThat(knife.path("productId").asText()).isEqualTo("pl-6");
    assertThat(knife.path("fate").asText()).isEqualTo("SHOWN");
    assertThat(knife.path("place").asInt()).isEqualTo(2);
    assertThat(knife.path("rank").asInt()).isEqualTo(1);
    assertThat(knife.path("sources").path(0).path("source").asText()).isEqualTo("content");
    assertThat(knife.path("sources").path(0).path("reasonCode").asText()).isEqualTo("alike:pl-0");
    assertThat(knife.path("factors").path(0).path("rule").asInt()).isEqualTo(2);
    assertThat(knife.path("score").asDouble()).isEqualTo(2 * knife.path("blended").asDouble());

    JsonNode asked = told.path("asked");
    assertThat(asked.path("fate").asText()).isEqualTo("HIDDEN");
    assertThat(asked.path("rule").asInt()).isEqualTo(3);
    assertThat(fate(query, "pl-8")).as("out of stock").isEqualTo("NOT_SOLD");
    assertThat(fate(query, "no-such")).isEqualTo("UNKNOWN");
    assertThat(fate(query + "&exclude=pl-2", "pl-2")).isEqualTo("UNWANTED");
    assertThat(fate(query + "&product=pl-2", "pl-2")).isEqualTo("ON_THE_PAGE");
    assertThat(told.path("behind").findValuesAsText("productId"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(shown(query));
    assertThat(fate(query, told.path("behind").path(0).path("productId").asText()))
        .isEqualTo("OUTRANKED");
    JsonNode stranger =
        api.get("recommendations/explanation?placement=explained&n=2&whyNot=pl-7").json();
    assertThat(stranger.path("shown").path(1).path("fate").asText()).isEqualTo("FILLED");
    assertThat(stranger.path("asked").path("fate").asText()).isEqualTo("NOT_PROPOSED");
    assertThat(stranger.path("asked").path("chances").path(0).path("source").asText())
        .isEqualTo("content");
    JsonNode standard =
        api.get("recommendations/explanation?version=0&" + query).json().path("recipe");
    assertThat(standard.path("sources").path(0).path("source").asText()).isEqualTo("personal");
  }

  private String fate(String query, String product) {
    return api.get("recommendations/explanation?whyNot=" + product + "&" + query)
        .json()
        .path("asked")
        .path("fate")
        .asText();
  }

  @Test
  void aRecipeIsTriedWithoutBeingSaved() {
    live("tried", recipe(ONLY_OURS));
    String trial =
        "{\"recipe\":%s,\"n\":2,\"whyNot\":\"pl-2\"}".formatted(recipe(ONLY_OURS, pin("pl-4", 1)));
    Answer tried = api.post("placements/tried:preview", trial);
    assertThat(tried.status()).as(tried.text()).isEqualTo(200);
    assertThat(tried.json().path("shown").findValuesAsText("productId"))
        .containsExactly("pl-4", "pl-0");
    assertThat(tried.json().has("recipeVersion")).isFalse();
    assertThat(shown("placement=tried&n=2")).containsExactly("pl-0", "pl-1");
    assertThat(api.post("placements/tried:preview", "{\"recipe\":{}}").pointers())
        .containsExactly("/recipe/sources");
    assertThat(api.post("placements/tried:preview", "{}").json().path("recipeVersion").asInt())
        .isEqualTo(1);
  }

  @Test
  void whoReadsChangesNothing() {
    ShopApi reader = api.with(key("READ"));
    assertThat(reader.get("placements/home").status()).isEqualTo(200);
    assertThat(reader.put("placements/home", "{\"recipe\":%s}".formatted(recipe())).status())
        .isEqualTo(403);
    assertThat(reader.post("placements/home:publish", "{\"version\":0}").status()).isEqualTo(403);
    assertThat(reader.post("placements/home:undo", "{}").status()).isEqualTo(403);
  }

  private String key(String scope) {
    return api.post(
            "keys",
            "{\"name\":\"placements %s\",\"kind\":\"SECRET\",\"scopes\":[\"%s\"]}"
                .formatted(scope, scope))
        .json()
        .path("text")
        .asText();
  }

  @Test
  void whatIsDoneToAPlacementIsInTheAudit() {
    live("audited", recipe(ONLY_OURS));
    undo("audited");
    List<String> acts = new ArrayList<>();
    for (JsonNode record : api.get("audit?q=audited").json()) {
      acts.add(record.path("act").asText() + " " + record.path("subject").asText());
    }
    assertThat(acts)
        .containsExactly(
            "placement.undo audited v1 → v0",
            "placement.publish audited v0 → v1",
            "placement.save audited v1");
  }

  @Test
  void aPlacementOfTheShopsOwnIsRemovedAndMadeAgain() {
    live("pl-gone", recipe(ONLY_OURS, pin("pl-4", 1)));
    Answer read = api.get("placements/pl-gone").good();
    String tag = read.header("ETag").orElseThrow();
    undo("pl-gone");
    assertThat(removeIf("pl-gone", tag).status()).as("changed meanwhile").isEqualTo(412);
    String fresh = api.get("placements/pl-gone").header("ETag").orElseThrow();
    assertThat(removeIf("pl-gone", fresh).status()).isEqualTo(204);
    assertThat(api.get("placements/pl-gone").status()).isEqualTo(404);
    assertThat(api.get("recommendations?placement=pl-gone").pointers())
        .containsExactly("/placement");
    assertThat(api.get("placements").json().findValuesAsText("name")).doesNotContain("pl-gone");
    assertThat(api.delete("placements/pl-gone").status()).isEqualTo(404);
    assertThat(publish("pl-gone", 1).status()).isEqualTo(404);
    assertThat(api.get("audit?q=pl-gone").json().findValuesAsText("act"))
        .contains("placement.remove");

    assertThat(saved("pl-gone", recipe(ONLY_OURS, pin("pl-1", 1))))
        .as("no number twice")
        .isEqualTo(2);
    assertThat(publish("pl-gone", 2).status()).isEqualTo(200);
    assertThat(shown("placement=pl-gone")).startsWith("pl-1");
    assertThat(api.get("placements/pl-gone/versions").json().findValuesAsText("version"))
        .containsExactly("2", "1", "0");
  }

  private Answer removeIf(String placement, String tag) {
    return api.send(api.request("placements/" + placement).header("If-Match", tag).DELETE());
  }

  @Test
  void whatEveryShopHasAndWhatIsTriedIsNotRemoved() {
    Answer standard = api.delete("placements/home");
    assertThat(standard.status()).isEqualTo(409);
    assertThat(standard.json().path("detail").asText()).contains("version 0");
    TriedRecipes.placement(api, "pl-tried");
    api.put(
            "experiments/pl-tried",
            """
            {"placement":"pl-tried","arms":[{"name":"control","version":1,"share":1},
              {"name":"other","version":2,"share":1}]}\
            """)
        .good();
    api.post("experiments/pl-tried:start", "{}").good();
    Answer busy = api.delete("placements/pl-tried");
    assertThat(busy.status()).isEqualTo(409);
    assertThat(busy.json().path("detail").asText()).contains("The experiment pl-tried runs");
    api.post("experiments/pl-tried:stop", "{}").good();
    api.put(
            "experiments/pl-tried-2",
            """
            {"placement":"pl-tried","arms":[{"name":"control","version":1,"share":1},
              {"name":"other","version":2,"share":1}]}\
            """)
        .good();
    assertThat(api.delete("placements/pl-tried").status()).isEqualTo(204);
    assertThat(api.post("experiments/pl-tried-2:start", "{}").status()).isEqualTo(409);
  }
}
