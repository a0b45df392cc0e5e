package io.shopkeeper.integration.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.RunningShop;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings by REST, and the names of requests. */
@ExtendWith(RunningShop.OnH2.class)
class SettingsIT {

  private static final String DAYS = "settings/chat.return-days";

  private ShopApi api;

  @BeforeEach
  void take(ShopServer shop) {
    api = shop.api();
    api.delete(DAYS);
  }

  @Test
  void aSettingTellsWhatItMayBe() {
    JsonNode days = api.get(DAYS).json();
    assertThat(days.path("type").asText()).isEqualToIgnoringCase("integer");
    assertThat(days.path("most").asInt()).isEqualTo(3650);
    assertThat(days.path("label").asText()).isNotBlank();
    assertThat(days.path("environmentVariable").asText()).isEqualTo("SHOPKEEPER_CHAT_RETURN_DAYS");
    JsonNode chinese = api.get(DAYS + "?lang=zh").json();
    assertThat(chinese.path("help").asText()).contains("退货");
    assertThat(api.get("settings").json().findValuesAsText("name"))
        .contains("chat.return-days", "api.rate-per-second", "shop.zone", "retention.keepJobs")
        .noneMatch(name -> name.contains("secret") || name.contains("key"));
  }

  @Test
  void aChangeHoldsAtOnceAndIsRemembered() {
    assertThat(api.put(DAYS, "{\"value\":\" 14 \"}").json().path("value").asText()).isEqualTo("14");
    assertThat(api.get("chat/policy").json().path("returnDays").asInt()).isEqualTo(14);
    JsonNode last = api.get(DAYS + "/history").json().path(0);
    assertThat(last.path("after").asText()).isEqualTo("14");
    assertThat(last.path("by").asText()).isEqualTo("key Command line");
    assertThat(api.delete(DAYS).json().path("source").asText()).isEqualToIgnoringCase("default");
    assertThat(
            api.get("chat/policy").json().path("returnDays").isNull()
                || api.get("chat/policy").json().path("returnDays").isMissingNode())
        .isTrue();
    assertThat(api.get(DAYS + "/history").json().path(0).path("before").asText()).isEqualTo("14");
  }

  @Test
  void whatDoesNotFitIsRefusedAndNothingChanges() {
    for (String wrong : new String[] {"-1", "3651", "soon", "1.5", "9".repeat(40)}) {
      Answer answer = api.put(DAYS, "{\"value\":\"" + wrong + "\"}");
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.pointers()).containsExactly("/value");
    }
    assertThat(api.put(DAYS, "{}").status()).isEqualTo(400);
    assertThat(api.put("settings/shop.zone", "{\"value\":\"Mars/Base\"}").status()).isEqualTo(400);
    assertThat(api.put("settings/no.such", "{\"value\":\"1\"}").status()).isEqualTo(404);
    assertThat(api.get(DAYS).json().path("value").asText()).isEmpty();
    assertThat(api.with(null).get("settings").status()).isEqualTo(401);
  }

  @Test
  void whoWasOvertakenIsTold() {
    String tag = api.get(DAYS).header("ETag").orElseThrow();
    assertThat(change("7", tag).status()).isEqualTo(200);
    Answer late = change("8", tag);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().path("detail").asText()).contains("Read it again");
    assertThat(api.get(DAYS).json().path("value").asText()).isEqualTo("7");
  }

  @Test
  void everyAnswerNamesItsRequest() {
    Answer good = api.get("health");
    assertThat(good.header("X-Request-Id").orElseThrow()).matches("[0-9a-f]{32}");
    Answer bad = api.get("products/there-is-none");
    assertThat(bad.json().path("traceId").asText())
        .isEqualTo(bad.header("X-Request-Id").orElseThrow());
    Answer own = api.send(api.request("health").header("X-Request-Id", "my-request-7").GET());
    assertThat(own.header("X-Request-Id")).contains("my-request-7");
    Answer forged = api.send(api.request("health").header("X-Request-Id", "<script>").GET());
    assertThat(forged.header("X-Request-Id").orElseThrow()).matches("[0-9a-f]{32}");
  }

  @Test
  void healthIsToldInDetail() {
    JsonNode details = api.get("health/details").json();
    assertThat(details.path("server").asText()).containsIgnoringCase("wildfly");
    JsonNode report = details.path("report");
    assertThat(report.path("database").path("product").asText()).startsWith("H2");
    assertThat(report.path("database").path("migrations").asInt()).isGreaterThan(3);
    assertThat(report.path("disk").path("freeBytes").asLong()).isPositive();
    assertThat(report.path("libraries").path("EclipseLink").asText()).startsWith("4.");
    assertThat(api.with(null).get("health/details").status()).isEqualTo(401);
  }

  private Answer change(String value, String tag) {
    return api.send(
        api.request(DAYS)
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .PUT(BodyPublishers.ofString("{\"value\":\"" + value + "\"}")));
  }
}
