package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.RankedVisits;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The recommendation adapts: the quality gate, and what it says; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AdaptiveSuite {

  private static final String MODEL = "models/recommendation";
  private static final String PROMOTION = "settings/recommendation.promotion";

  private ShopApi api;
  private boolean filled;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (!filled) {
      filled = true;
      twoTastes("gate", 0, Instant.now().minus(40, ChronoUnit.DAYS), Duration.ofMinutes(9));
    }
    assertThat(api.put(PROMOTION, "{\"value\":\"always\"}").status()).isEqualTo(200);
  }

  @AfterEach
  void reset() {
    api.delete(PROMOTION);
  }

  /** Eighty people in twenty days, each of whom likes one half of sixty products. */
  private void twoTastes(String name, int first, Instant from, Duration between) {
    var random = new SplittableRandom(5);
    for (int part = 0; part < 4; part++) {
      var batch = new StringBuilder("[");
      for (int i = 0; i < 800; i++) {
        int number = part * 800 + i;
        int person = random.nextInt(80);
        int product = first + person % 2 + 2 * random.nextInt(30);
        batch
            .append(i == 0 ? "" : ",")
            .append(
                """
                {"eventId":"%s-%d","type":"view","customerId":"%s-%d","productId":"%s-%d",
                 "channel":"web","time":"%s"}\
                """
                    .formatted(
                        name,
                        number,
                        name,
                        person,
                        "gate",
                        product,
                        from.plus(between.multipliedBy(number))));
      }
      assertThat(api.post("events", batch.append(']').toString()).status()).isEqualTo(202);
    }
  }

  private JsonNode train(String order) {
    Answer started = api.post(MODEL + "/train", order);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = api.awaitJob(started.json().path("id").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    return api.get(MODEL + "/versions").json().path(0);
  }

  private int live() {
    return api.get(MODEL).json().path("live").path("version").asInt();
  }

  @Test
  void aWorseCandidateIsKeptAndShownButDoesNotGoLiveByItself() {
    JsonNode good = train("{\"algorithm\":\"ease\"}");
    String path = MODEL + "/versions/" + good.path("version").asInt();
    if (live() != good.path("version").asInt()) {
      api.post(path + ":promote", "{\"reason\":\"a start\",\"overGate\":true}");
    }
    assertThat(live()).isEqualTo(good.path("version").asInt());

    JsonNode worse =
        train("{\"algorithm\":\"item-neighbours-seed\",\"options\":{\"neighbours\":1}}");
    JsonNode gate = worse.path("gate");
    assertThat(gate.path("verdict").asText()).as(gate.toString()).isIn("WORSE", "DOUBTFUL");
    assertThat(gate.path("opponent").asText()).isEqualTo("LIVE_SETTINGS");
    assertThat(gate.path("opponentVersion").asInt()).isEqualTo(good.path("version").asInt());
    assertThat(gate.path("candidate").asDouble()).isLessThan(gate.path("against").asDouble());
    assertThat(gate.path("units").asInt()).isGreaterThanOrEqualTo(30);
    assertThat(worse.path("stage").asText()).isEqualTo("CANDIDATE");
    assertThat(live()).isEqualTo(good.path("version").asInt());
    JsonNode job = api.get("jobs/" + worse.path("jobId").asLong()).json();
    assertThat(job.path("log").toString()).contains("refused by the quality gate");

    String refused = MODEL + "/versions/" + worse.path("version").asInt() + ":promote";
    Answer no = api.post(refused, "{\"reason\":\"I like it\"}");
    assertThat(no.status()).isEqualTo(409);
    assertThat(no.json().path("detail").asText())
        .contains("quality gate refuses version")
        .contains("overGate");
    Answer yes = api.post(refused, "{\"reason\":\"I like it\",\"overGate\":true}");
    assertThat(yes.status()).as(yes.text()).isEqualTo(200);
    assertThat(api.get(MODEL + "/history").json().path(0).path("reason").asText())
        .startsWith("Over the quality gate: ndcg_at_10")
        .endsWith("I like it");
    assertThat(api.get("audit?q=recommendation").text()).contains("Over the quality gate");
    assertThat(api.post(MODEL + "/versions/" + live() + ":rollback", "{}").status()).isEqualTo(200);
    assertThat(live()).isEqualTo(good.path("version").asInt());
  }

  @Test
  void movedTastesStartATrainingThatGoesLiveByTheGate() {
    assertThat(api.put(PROMOTION, "{\"value\":\"unattended\"}").status()).isEqualTo(200);
    JsonNode before = train("{\"algorithm\":\"ease\"}");
    if (live() != before.path("version").asInt()) {
      api.post(
          MODEL + "/versions/" + before.path("version").asInt() + ":promote",
          "{\"overGate\":true}");
    }
    // Sixty other products, and everybody turns to them at once.
    twoTastes("moved", 200, Instant.now(), Duration.ZERO);
    Answer measured = api.post(MODEL + "/drift", "");
    assertThat(measured.status()).as(measured.text()).isEqualTo(200);
    JsonNode measure = measured.json();
    assertThat(measure.path("version").asInt()).isEqualTo(before.path("version").asInt());
    assertThat(measure.path("shift").asDouble())
        .isGreaterThan(measure.path("threshold").asDouble());
    assertThat(measure.path("movers")).hasSize(5);
    long id = measure.path("jobId").asLong();
    assertThat(id).as(measure.toString()).isPositive();

    JsonNode job = api.awaitJob(id);
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    assertThat(job.path("requestedBy").asText()).isEqualTo("drift");
    JsonNode after = api.get(MODEL + "/versions").json().path(0);
    assertThat(after.path("jobId").asLong()).isEqualTo(id);
    assertThat(after.path("algorithm").asText()).isEqualTo("ease");
    assertThat(after.path("gate").path("verdict").asText())
        .as(after.path("gate").toString())
        .isIn("BETTER", "AS_GOOD");
    assertThat(after.path("stage").asText()).isEqualTo("LIVE");

    assertThat(api.get(MODEL + "/drift").json().path(0).path("jobId").asLong()).isEqualTo(id);
    assertThat(api.post(MODEL + "/drift", "").status())
        .as("nothing is known since the new version's training")
        .isEqualTo(204);
  }

  @Test
  void oneThatIsAsGoodGoesLiveWhereTheShopWantsThat() {
    JsonNode first = train("{\"algorithm\":\"ease\"}");
    if (live() != first.path("version").asInt()) {
      api.post(
          MODEL + "/versions/" + first.path("version").asInt() + ":promote", "{\"overGate\":true}");
    }
    JsonNode again = train("{\"algorithm\":\"ease\"}");
    assertThat(again.path("gate").path("verdict").asText()).isEqualTo("AS_GOOD");
    assertThat(again.path("stage").asText()).isEqualTo("LIVE");
    assertThat(api.get(MODEL + "/history").json().path(0).path("reason").asText())
        .startsWith("The quality gate let it pass: ndcg_at_10");

    assertThat(api.put(PROMOTION, "{\"value\":\"unattended\"}").status()).isEqualTo(200);
    JsonNode attended = train("{\"algorithm\":\"ease\"}");
    assertThat(attended.path("gate").path("verdict").asText()).isEqualTo("AS_GOOD");
    assertThat(attended.path("stage").asText()).as("somebody stands by").isEqualTo("CANDIDATE");
  }

  /** On a simulated shop whose picks know nothing of brands, while its visitors do. */
  @Test
  void rankingByPurchaseSellsMoreThanTheBlendAndSaysWhy() {
    RankedVisits visits = RankedVisits.at(api, "ranked");
    String train = "models/purchase-ranking/train";
    // Other suites of this server may have been shown lists, too.
    Logged already = Logged.in(api.awaitJob(api.post(train, "{}").json().path("id").asLong()));
    visits.comeAndBuy("few", 6, 1);
    JsonNode tooFew = api.awaitJob(api.post(train, "{}").json().path("id").asLong());
    assertThat(tooFew.path("state").asText()).as(tooFew.toString()).isEqualTo("FAILED");
    assertThat(tooFew.path("error").asText())
        .matches("Too few to learn from: \\d+ of the \\d+ products in \\d+ lists .*")
        .contains("at least 50 are needed");
    assertThat(Logged.in(tooFew)).isEqualTo(already.and(6, 72));
    visits.looks("judge", 1);
    assertThat(visits.explained("judge", 2).path("shown"))
        .as("without a model the blend decides")
        .extracting(one -> one.path("productId").asText())
        .startsWith("rk-0", "rk-1", "rk-2");

    visits.comeAndBuy("ranked", 150, 2);
    api.put("visitors/ranked-3/consent", "{\"personalisation\":false}");
    Answer started = api.post(train, "{}");
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = api.awaitJob(started.json().path("id").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    assertThat(Logged.in(job))
        .as("what was shown to who withdrew is gone, and its features with it")
        .isEqualTo(already.and(155, 1860));
    assertThat(job.path("log").toString()).contains("(0 left out: no consent)");
    JsonNode version = api.get("models/purchase-ranking/versions").json().path(0);
    assertThat(version.path("stage").asText()).isEqualTo("LIVE");
    assertThat(version.path("algorithm").asText()).isEqualTo("logistic-regression");
    assertThat(version.path("gate").path("verdict").asText())
        .as(version.path("gate").toString())
        .isEqualTo("BETTER");
    assertThat(version.path("gate").path("opponent").asText()).isEqualTo("BLEND");
    assertThat(version.path("metrics").path("time:0.2").path("auc").asDouble())
        .as(version.path("metrics").toString())
        .isGreaterThan(0.7);

    visits.publish(2);
    double blended = 0;
    double ranked = 0;
    for (int i = 0; i < 30; i++) {
      String visitor = "new-" + i;
      int kind = RankedVisits.kind(i);
      visits.looks(visitor, kind);
      List<JsonNode> shown = visits.shown(visitor, "&n=4");
      assertThat(shown).allMatch(item -> item.path("purchaseProbability").asDouble() > 0);
      ranked += RankedVisits.expected(ids(shown), kind);
      List<JsonNode> before = new ArrayList<>();
      visits.explained(visitor, 1).path("shown").forEach(before::add);
      blended += RankedVisits.expected(ids(before).subList(0, 4), kind);
    }
    assertThat(ranked).as("purchases by the blend: " + blended).isGreaterThan(1.8 * blended);

    JsonNode first = visits.explained("judge", 2).path("shown").path(0);
    assertThat(RankedVisits.suits(first.path("productId").asText(), 1)).isTrue();
    assertThat(first.path("probability").asDouble()).isBetween(0.2, 0.9);
    assertThat(first.path("parts").path(0).path("feature").asText())
        .as(first.path("parts").toString())
        .isEqualTo("brand_share");
    assertThat(first.path("parts").path(0).path("adds").asDouble()).isPositive();
    assertThat(first.path("parts").path(0).path("label").asText())
        .isEqualTo("Visitor’s taste for the brand");

    JsonNode boosted =
        api.awaitJob(
            api.post(train, "{\"algorithm\":\"gradient-boosting\"}").json().path("id").asLong());
    assertThat(boosted.path("state").asText()).as(boosted.toString()).isEqualTo("SUCCEEDED");
    assertThat(api.post(train, "{\"algorithm\":\"ease\"}").status()).isEqualTo(400);
  }

  /** What a training found in the log of lists. */
  private record Logged(int lists, int products) {

    private static final Pattern LINE =
        Pattern.compile("(\\d+) lists with (\\d+) products shown to");

    static Logged in(JsonNode job) {
      Matcher line = LINE.matcher(job.path("log").toString());
      return line.find()
          ? new Logged(Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2)))
          : new Logged(0, 0);
    }

    Logged and(int more, int products) {
      return new Logged(lists + more, this.products + products);
    }
  }

  private static List<String> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.path("productId").asText()).toList();
  }
}
