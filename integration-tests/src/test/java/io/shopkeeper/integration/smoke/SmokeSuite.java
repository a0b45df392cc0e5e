package io.shopkeeper.integration.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** One step into each room: data, events, recommendations, chat, storefront, console. */
abstract class SmokeSuite {

  private static final String LAMP =
      """
      {"id":"smoke-lamp","titleEn":"Desk lamp","titleZh":"台灯","categoryPath":"Home/Lamps",
       "price":"19.90","currency":"EUR","stock":3,"active":true}\
      """;
  private static final String VIEW =
      """
      [{"eventId":"smoke-view","type":"view","visitorId":"smoke-visitor","productId":"smoke-lamp",
        "channel":"web","time":"2026-11-01T10:00:00Z"}]\
      """;

  abstract URI base();

  abstract ShopApi api();

  abstract String administratorPassword();

  @Test
  void isHealthy() {
    Answer answer = api().get("health");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asText()).isEqualTo("UP");
    assertThat(answer.header("X-Request-Id")).isPresent();
  }

  @Test
  void tellsItsSettingsAndDetails() {
    assertThat(api().get("settings").json().findValuesAsText("name")).contains("chat.return-days");
    JsonNode days = api().get("settings/chat.return-days?lang=zh").json();
    assertThat(days.path("label").asText()).contains("退货");
    assertThat(api().get("health/details").json().path("report").path("notes").isArray()).isTrue();
  }

  @Test
  void takesProductsAndEventsAndRecommends() {
    assertThat(api().put("products/smoke-lamp", LAMP).status()).isEqualTo(204);
    JsonNode product = api().get("products/smoke-lamp").json();
    assertThat(product.path("titleZh").asText()).isEqualTo("台灯");
    Answer event = api().post("events", VIEW);
    assertThat(event.status()).isEqualTo(202);
    JsonNode answer = api().get("recommendations?visitor=smoke-newcomer&n=5").json();
    assertThat(answer.path("items")).as("something to show").isNotEmpty();
    assertThat(answer.path("fallback").asBoolean() || answer.has("modelVersion"))
        .as("says who recommends, or that it is a fallback")
        .isTrue();
    assertThat(answer.path("items").path(0).path("reasonText").asText()).isNotBlank();
  }

  @Test
  void answersInTheChat() {
    JsonNode session = api().post("chat/sessions", "{\"lang\":\"en\"}").json();
    String id = session.path("id").asText();
    Answer answer =
        api().post("chat/sessions/" + id + "/messages", "{\"text\":\"how do I return this?\"}");
    assertThat(answer.status()).isBetween(200, 201);
    assertThat(answer.json().path("text").asText()).isNotBlank();
  }

  @Test
  void refusesWithAProblem() {
    Answer answer = api().put("products/smoke-bad", "{\"id\":\"smoke-bad\",\"price\":\"-1\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.pointers()).contains("/price");
    assertThat(api().with(null).get("products").status()).isEqualTo(401);
  }

  @Test
  void showsTheStorefront() {
    var visitor = new Browser(base());
    assertThat(visitor.open("/").text()).contains("<title>").contains("/widget/v1.js");
  }

  @Test
  void letsTheAdministratorIntoTheConsole() {
    var stranger = new Browser(base());
    assertThat(stranger.open("/console/people").path()).contains("sign-in");
    var browser = new Browser(base());
    Browser.Page door = browser.open("/console/");
    assertThat(door.path()).contains("sign-in");
    Browser.Page refused = browser.submit(door, "door", "admin", "not the password, by a long way");
    assertThat(refused.path()).contains("sign-in");
    Browser.Page inside = browser.submit(door, "door", "admin", administratorPassword());
    assertThat(inside.path()).isEqualTo("/console/");
    assertThat(browser.open("/console/people").status()).as("a page for admins").isEqualTo(200);
  }
}
