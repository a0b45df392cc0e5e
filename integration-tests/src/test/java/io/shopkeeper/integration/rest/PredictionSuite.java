package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.Visits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets and the models that predict them, by REST; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PredictionSuite {

  private static final String SET = "data-sets/visits";
  private static final String MODEL = "models/prediction-visits";

  private ShopApi api;
  private boolean filled;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (!filled) {
      Answer added = add("visits", Visits.csv());
      assertThat(added.status()).as(added.text()).isEqualTo(201);
      filled = true;
    }
  }

  private Answer add(String name, String table) {
    return add(name, table.getBytes(StandardCharsets.UTF_8));
  }

  private Answer add(String name, byte[] table) {
    return api.post("data-sets?name=" + name, "text/csv", BodyPublishers.ofByteArray(table));
  }

  @Test
  void aDataSetSaysWhatItsColumnsLookLike() {
    JsonNode set = api.get(SET).json();
    assertThat(set.path("rows").asInt()).isEqualTo(Visits.ROWS);
    assertThat(set.path("model").asText()).isEqualTo("prediction-visits");
    assertThat(set.path("roles").path("target").asText()).as("guessed").isEqualTo("bought");
    assertThat(set.path("columns"))
        .extracting(column -> column.path("kind").asText())
        .containsExactly("TEXT", "NUMBER", "CATEGORY", "NUMBER", "CATEGORY", "TEXT", "CATEGORY");
    assertThat(set.path("columns").path(3).path("missing").asInt()).isPositive();
    assertThat(set.path("columns").path(2).path("examples")).hasSize(3);
    JsonNode all = api.get("data-sets").json();
    assertThat(all)
        .filteredOn(each -> each.path("name").asText().equals("visits"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.path("task").asText()).isEqualTo("BINARY");
              assertThat(each.path("columns").asInt()).isEqualTo(7);
              assertThat(each.toString()).as("nothing of its cells").doesNotContain("mail");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "gradient-boosting,server,time:0.2",
    "logistic-regression,worker,stratified-kfold:5",
  })
  void aModelIsTrainedMeasuredPromotedAndPredicts(
      String algorithm, String executor, String evaluation) {
    assign("{\"target\":\"bought\",\"positive\":\"yes\",\"time\":\"day\",\"left\":[\"visit\"]}");
    // Without calibration, so that the probability can be worked out from the contributions.
    String options = algorithm.startsWith("logistic") ? "{\"calibration\":\"none\"}" : "{}";
    int version = train(algorithm, executor, evaluation, options);
    JsonNode trained = api.get(MODEL + "/versions/" + version).json();
    assertThat(trained.path("algorithm").asText()).isEqualTo(algorithm);
    assertThat(trained.path("metrics").path(evaluation).path("auc").asDouble()).isGreaterThan(0.85);
    assertThat(trained.path("standardErrors").path(evaluation).path("auc").asDouble()).isPositive();
    assertThat(trained.path("provenance").path("target").asText()).isEqualTo("bought");
    assertThat(trained.path("data").path("rows").path("rows").asInt()).isEqualTo(Visits.ROWS);
    assertThat(trained.path("files"))
        .extracting(file -> file.path("name").asText())
        .contains(
            "importance.csv",
            "dependence.csv",
            "reliability.csv",
            "thresholds.csv",
            "held-out.csv");

    if (!trained.path("stage").asText().equals("LIVE")) {
      Answer promoted =
          api.post(
              MODEL + "/versions/" + version + ":promote",
              "{\"reason\":\"its turn\",\"overGate\":true}");
      assertThat(promoted.status()).as(promoted.text()).isEqualTo(200);
    }
    Answer answer =
        api.post(
            SET + ":predict",
            """
            {"rows":[{"minutes":19,"source":"mail","age":null,"device":"desk","visit":"new"},
                     {"minutes":"1.5","source":"a source that nobody knows"}, {}]}\
            """);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode predictions = answer.json();
    assertThat(predictions).hasSize(3);
    JsonNode likely = predictions.path(0);
    assertThat(likely.path("value").asText()).isEqualTo("yes");
    assertThat(likely.path("version").asInt()).isEqualTo(version);
    assertThat(predictions.path(1).path("value").asText()).isEqualTo("no");
    double yes = likely.path("probabilities").path("yes").asDouble();
    assertThat(yes + likely.path("probabilities").path("no").asDouble()).isCloseTo(1, within(1e-9));

    JsonNode why = likely.path("explanation");
    assertThat(why.path("of").asText()).isEqualTo("yes");
    double margin = why.path("base").asDouble();
    for (JsonNode each : why.path("contributions")) {
      margin += each.path("value").asDouble();
    }
    assertThat(margin).as("adds up to the odds").isCloseTo(Math.log(yes / (1 - yes)), within(1e-3));
    assertThat(why.path("contributions").path(0).path("column").asText()).isIn("minutes", "source");
  }

  @Test
  void groupsAreComparedOnRowsThatWereHeldOut() {
    Visits.haveVersion(api, "compared");
    String fairness = "data-sets/compared/fairness?version=1&column=";
    JsonNode found = api.get(fairness + "source").json();
    assertThat(found.path("positive").asText()).isEqualTo("yes");
    assertThat(found.path("rows").asInt()).isEqualTo(Visits.ROWS / 5);
    assertThat(found.path("groups"))
        .extracting(group -> group.path("name").asText())
        .containsExactlyInAnyOrder("mail", "search", "direct");
    // Visitors who come from a mail mostly buy, and the model has found that out.
    for (JsonNode group : found.path("groups")) {
      double chosen = group.path("chosen").path("value").asDouble();
      assertThat(chosen > 0.4)
          .as(group.toString())
          .isEqualTo(group.path("name").asText().equals("mail"));
      assertThat(group.path("compared").asBoolean()).isEqualTo(group.path("rows").asInt() >= 30);
    }
    JsonNode strict = api.get(fairness + "source&threshold=0.999").json();
    assertThat(strict.path("groups").path(0).path("chosen").path("value").asDouble())
        .isLessThan(0.4);
    assertThat(api.get("data-sets/compared/fairness?column=source").json())
        .as("of the live one")
        .isEqualTo(found);
    assertThat(api.get(fairness + "age").json().path("groups"))
        .extracting(group -> group.path("name").asText())
        .as("quarters of the ages, and those that are missing")
        .hasSize(5)
        .contains("")
        .anyMatch(name -> name.matches("18 – \\d\\d"));
    assertRefused(api.get(fairness + "bought"), "/column", "must be one of minutes, source");
    assertRefused(api.get(fairness + "visit"), "/column", "must be one of");
    assertRefused(api.get(fairness + "source&threshold=1.5"), "/threshold", "between 0 and 1");
    assertThat(api.get(fairness.replace("version=1", "version=77") + "source").status())
        .isEqualTo(404);
  }

  @Test
  void ofRowsThatAreGoneNothingIsCompared() {
    Visits.haveVersion(api, "replaced");
    assertThat(api.delete("data-sets/replaced").status()).isEqualTo(204);
    assertThat(add("replaced", Visits.csv().replace("phone", "tablet")).status()).isEqualTo(201);
    Answer gone = api.get("data-sets/replaced/fairness?version=1&column=source");
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.json().path("detail").asText()).contains("thrown away or replaced");
  }

  private void assign(String roles) {
    Answer assigned = api.put(SET + "/roles", roles);
    assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
  }

  private int train(String algorithm, String executor, String evaluation, String options) {
    Answer started =
        api.post(
            MODEL + "/train",
            "{\"algorithm\":\"%s\",\"executor\":\"%s\",\"evaluation\":\"%s\",\"options\":%s}"
                .formatted(algorithm, executor, evaluation, options));
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = api.awaitJob(started.json().path("id").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    assertThat(job.path("log").toString()).containsPattern("trains in (the|a) " + executor);
    return api.get(MODEL + "/versions").json().path(0).path("version").asInt();
  }

  @Test
  void everyAlgorithmThatSuitsIsOffered() {
    assertThat(api.get(MODEL + "/algorithms").json())
        .extracting(each -> each.path("name").asText())
        .contains("gradient-boosting", "random-forest", "logistic-regression")
        .doesNotContain("linear-regression", "ease");
    assertThat(api.get("models").json())
        .extracting(each -> each.path("name").asText())
        .contains("prediction-visits", "recommendation");
  }

  @Test
  void aSearchChoosesTheOptions() {
    Answer started =
        api.post(
            MODEL + "/train",
            """
            {"algorithm":"logistic-regression","evaluation":"stratified:0.2",
             "tuning":{"strategy":"random","trials":3,"minutes":2,"ranges":{"l2":"0.01..10"}}}\
            """);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = api.awaitJob(started.json().path("id").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    assertThat(api.get("jobs/" + job.path("id").asLong() + "/trials").json()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"server", "worker"})
  void theSearchIsMeasuredByNestedCrossValidation(String executor) {
    Answer started =
        api.post(
            MODEL + "/train",
            """
            {"algorithm":"logistic-regression","evaluation":"nested:5","executor":"%s",
             "tuning":{"strategy":"random","trials":2,"minutes":2,"ranges":{"l2":"0.01..10"}}}\
            """
                .formatted(executor));
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = api.awaitJob(started.json().path("id").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    JsonNode version = api.get(MODEL + "/versions").json().path(0);
    assertThat(version.path("metrics").path("nested:5").path("rows").asInt())
        .isEqualTo(Visits.ROWS);
    assertThat(version.path("files"))
        .extracting(file -> file.path("name").asText())
        .contains("nested.csv", "trials.csv");
  }

  @Test
  void aLearningCurveIsKeptWithTheVersion() {
    assign("{\"target\":\"bought\",\"positive\":\"yes\",\"time\":\"day\",\"left\":[\"visit\"]}");
    int version = train("logistic-regression", "server", "learning-curve:0.2", "{}");
    JsonNode trained = api.get(MODEL + "/versions/" + version).json();
    assertThat(trained.path("metrics").has("time:0.2")).as("as rows with a time are").isTrue();
    assertThat(trained.path("files"))
        .extracting(file -> file.path("name").asText())
        .contains("learning.csv");
  }

  @Test
  void aFileThatIsNoTableIsRefusedWithItsLine() throws IOException {
    assertRefused(add("wrong", ""), "/file", "is empty");
    assertRefused(add("wrong", "only one column\n1\n"), "/file", "at least two columns");
    assertRefused(add("wrong", "a,b\n1,2\n3\n"), "/file", "line 3 has 1 cells");
    assertRefused(
        add("wrong", "a,b\né,2\n".getBytes(Charset.forName("windows-1252"))), "/file", "UTF-8");
    assertRefused(add("wrong", new byte[] {0x1f, (byte) 0x8b, 3, 4}), "/file", "damaged");
    assertRefused(add("wrong", Bomb.gzip("a,b\n1,2\n", 80)), "/file", "larger than 64 MB");
    assertRefused(add("Not%20A%20Name", "a,b\n1,2\n"), "/name", "small letters");
    assertThat(api.get("data-sets/wrong").status()).isEqualTo(404);
  }

  @Test
  void aNameIsTakenOnce() {
    Answer again = add("visits", "a,b\n1,2\n");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.contentType()).startsWith("application/problem+json");
    assertThat(again.json().path("detail").asText()).contains("visits already");
  }

  /** Both have looked for the name before either has taken it, at least in one of the rounds. */
  @RepeatedTest(3)
  void ofTwoWhoTakeANameAtOnceOneIsTold(RepetitionInfo round) throws Exception {
    String name = "at-once-" + round.getCurrentRepetition();
    String table = "a,b\n" + "1,2\n3,1\n".repeat(60_000);
    var start = new CountDownLatch(1);
    Callable<Answer> taking =
        () -> {
          start.await();
          return add(name, table);
        };
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<Answer>> both = List.of(threads.submit(taking), threads.submit(taking));
      start.countDown();
      List<Answer> answers = List.of(both.get(0).get(), both.get(1).get());
      assertThat(answers)
          .as(answers.get(0).text() + answers.get(1).text())
          .extracting(Answer::status)
          .containsExactlyInAnyOrder(201, 409);
      assertThat(answers)
          .filteredOn(answer -> answer.status() == 409)
          .allSatisfy(
              refused ->
                  assertThat(refused.json().path("detail").asText())
                      .isEqualTo("There is a data set %s already.".formatted(name)));
    }
    assertThat(api.get("data-sets/" + name).json().path("rows").asInt()).isEqualTo(120_000);
    assertThat(api.delete("data-sets/" + name).status()).isEqualTo(204);
  }

  @Test
  void aBodyBeyondTheBoundIsRefused() {
    byte[] part = "1,2\n".repeat(1 << 18).getBytes(StandardCharsets.US_ASCII);
    try {
      Answer answer =
          api.post(
              "data-sets?name=huge",
              "text/csv",
              BodyPublishers.ofByteArrays(Collections.nCopies(66, part)));
      assertThat(answer.status()).as(answer.text()).isEqualTo(413);
    } catch (UncheckedIOException cut) {
      // The server may hang up while the rest is still being sent: refused all the same.
      assertThat(cut.getCause()).isInstanceOf(IOException.class);
    }
    assertThat(api.get("data-sets/huge").status()).isEqualTo(404);
  }

  @Test
  void rolesThatDoNotSuitAreNamed() {
    Answer refused =
        api.put(SET + "/roles", "{\"target\":\"price\",\"time\":\"when\",\"left\":[\"shoe\"]}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.pointers()).containsExactly("/target", "/time", "/left");
    assertRefused(api.put(SET + "/roles", "{\"target\":\"age\"}"), "/target", "age is missing in ");
    assertRefused(
        api.put(SET + "/roles", "{\"target\":\"bought\",\"positive\":\"perhaps\"}"),
        "/positive",
        "bought is never perhaps");
    assertRefused(
        api.put(SET + "/roles", "{\"target\":\"bought\",\"time\":\"source\"}"), "/time", "row 1");
    assertRefused(api.put(SET + "/roles", "{\"aim\":\"bought\"}"), "/aim", "");
    assertThat(api.put("data-sets/nothing/roles", "{\"target\":\"a\"}").status()).isEqualTo(404);
  }

  @Test
  void oneClassOnlyIsSaidBeforeAnythingIsTrained() {
    assertThat(add("one-class", "age,bought\n31,yes\n44,yes\n31,yes\n44,yes\n").status())
        .isEqualTo(201);
    assertRefused(
        api.put("data-sets/one-class/roles", "{\"target\":\"bought\"}"),
        "/target",
        "the same value in every row");
    assertThat(add("same", "age,bought\n31,yes\n31,yes\n").status()).isEqualTo(201);
    Answer refused = api.post("models/prediction-same/train", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asText())
        .contains("bought has the same value in every row")
        .contains("Choose other roles");
  }

  @Test
  void whatIsWrongWithATrainingIsNamed() {
    assertRefused(
        api.post(MODEL + "/train", "{\"algorithm\":\"ease\"}"), "/algorithm", "must be one of");
    assertRefused(
        api.post(MODEL + "/train", "{\"evaluation\":\"rule:20\"}"),
        "/evaluation",
        "must be one of");
    assertRefused(
        api.post(MODEL + "/train", "{\"evaluation\":\"nested:5\"}"),
        "/evaluation",
        "nested cross-validation measures a search");
    assertRefused(
        api.post(
            MODEL + "/train", "{\"algorithm\":\"logistic-regression\",\"options\":{\"l2\":-1}}"),
        "/options/l2",
        "");
    assertThat(api.post("models/prediction-nothing/train", "{}").status()).isEqualTo(404);
  }

  @Test
  void whatCannotBePredictedIsNamed() {
    assertThat(add("untrained", "a,b,c\n1,2,x\n2,1,y\n").status()).isEqualTo(201);
    Answer untrained = api.post("data-sets/untrained:predict", "{\"rows\":[{\"a\":1}]}");
    assertThat(untrained.status()).isEqualTo(409);
    assertThat(untrained.json().path("detail").asText()).contains("train one");
    assertThat(api.post("data-sets/nothing:predict", "{\"rows\":[{}]}").status()).isEqualTo(404);
    assertRefused(api.post(SET + ":predict", "{}"), "/rows", "missing");
    assertRefused(api.post(SET + ":predict", "{\"rows\":[]}"), "/rows", "1 to 1000");
    if (api.get(MODEL + "/versions").json().isEmpty()) {
      train("logistic-regression", "server", "stratified:0.2", "{}");
    }
    assertRefused(
        api.post(SET + ":predict", "{\"rows\":[{},{\"minutes\":\"long\"}]}"),
        "/rows/1/minutes",
        "must be a number, but is long");
  }

  @Test
  void whatIsThrownAwayIsGoneButItsVersionsStay() {
    assertThat(add("passing", Visits.csv()).status()).isEqualTo(201);
    Answer started =
        api.post(
            "models/prediction-passing/train",
            "{\"algorithm\":\"decision-tree\",\"executor\":\"server\"}");
    assertThat(api.awaitJob(started.json().path("id").asLong()).path("state").asText())
        .isEqualTo("SUCCEEDED");
    assertThat(api.delete("data-sets/passing").status()).isEqualTo(204);
    assertThat(api.delete("data-sets/passing").status()).isEqualTo(404);
    assertThat(api.get("models/prediction-passing/versions").json()).hasSize(1);
    assertThat(api.post("models/prediction-passing/train", "{}").status()).isEqualTo(404);
    assertThat(acts("passing"))
        .containsSubsequence("data-set.remove", "model.promote", "data-set.add");
  }

  @Test
  void whoReadsSeesNoCustomersAndChangesNothing() {
    ShopApi reader = api.with(key("READ"));
    assertThat(reader.get("data-sets").status()).isEqualTo(200);
    assertThat(reader.delete(SET).status()).isEqualTo(403);
    assertThat(reader.put(SET + "/roles", "{\"target\":\"bought\"}").status()).isEqualTo(403);
    assertThat(reader.post(SET + ":predict", "{\"rows\":[{}]}").status()).isEqualTo(403);
  }

  private String key(String scope) {
    return api.post(
            "keys",
            "{\"name\":\"prediction %s\",\"kind\":\"SECRET\",\"scopes\":[\"%s\"]}"
                .formatted(scope, scope))
        .json()
        .path("text")
        .asText();
  }

  private List<String> acts(String subject) {
    List<String> acts = new ArrayList<>();
    for (JsonNode record : api.get("audit?q=" + subject).json()) {
      acts.add(record.path("act").asText());
    }
    return acts;
  }

  private static void assertRefused(Answer answer, String pointer, String message) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.pointers()).containsExactly(pointer);
    assertThat(answer.json().path("errors").path(0).path("message").asText()).contains(message);
  }
}
