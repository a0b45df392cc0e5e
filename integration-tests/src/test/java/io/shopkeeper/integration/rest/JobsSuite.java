package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs and schedules by REST; the same on every database. */
abstract class JobsSuite {

  private static final String SCHEDULE =
      """
      {"name":"%s","cron":"%s","zone":"%s","steps":[{"kind":"tidy-up"},
       {"kind":"train-recommendation","parameters":{"algorithm":"popularity"}}]}\
      """;

  private ShopApi api;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
  }

  @Test
  void aJobTellsItsPhasesItsLogAndWhatItMayUse() {
    long id = start("{\"kind\":\"tidy-up\"}");
    JsonNode job = api.awaitJob(id);
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    assertThat(job.path("threads").asInt()).isPositive();
    assertThat(job.path("node").asText()).isNotBlank();
    assertThat(job.path("phases"))
        .extracting(phase -> phase.path("name").asText())
        .containsExactly("old jobs", "deleted schedules", "model versions");
    JsonNode log = api.get("jobs/" + id + "/log").json();
    assertThat(log).isNotEmpty();
    long first = log.path(0).path("id").asLong();
    assertThat(api.get("jobs/" + id + "/log?after=" + first).json()).hasSize(log.size() - 1);
    assertThat(api.get("jobs?kind=tidy-up&state=succeeded").json())
        .extracting(one -> one.path("id").asLong())
        .contains(id);
  }

  @Test
  void whatCannotBeStartedIsRefusedWithItsField() {
    assertThat(api.post("jobs", "{\"kind\":\"dance\"}").pointers()).containsExactly("/kind");
    assertThat(api.post("jobs", "{}").pointers()).containsExactly("/kind");
    assertThat(
            api.post(
                    "jobs",
                    "{\"kind\":\"train-recommendation\",\"parameters\":{\"algorithm\":\"x\"}}")
                .pointers())
        .containsExactly("/parameters/algorithm");
    assertThat(api.post("jobs", "{\"kind\":\"tidy-up\",\"after\":999999}").pointers())
        .containsExactly("/after");
    assertThat(api.get("jobs?state=asleep").pointers()).containsExactly("state");
  }

  @Test
  void aFollowerIsDoneAfterItsPredecessorAndNotIfThatFails() {
    long first = start("{\"kind\":\"tidy-up\"}");
    long second = start("{\"kind\":\"tidy-up\",\"after\":" + first + "}");
    assertThat(api.awaitJob(second).path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(api.awaitJob(second).path("after").asLong()).isEqualTo(first);

    long failed = failingImport();
    long waits = start("{\"kind\":\"tidy-up\",\"after\":" + failed + "}");
    JsonNode ended = api.awaitJob(waits);
    assertThat(ended.path("state").asText()).isEqualTo("CANCELLED");
    assertThat(ended.path("error").asText()).contains("Job " + failed);
  }

  @Test
  void aFailedJobIsTriedAgainAsANewOneThatNamesTheFirst() {
    long failed = failingImport();
    Answer again = api.post("jobs/" + failed + ":retry", "");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().path("retryOf").asLong()).isEqualTo(failed);
    JsonNode second = api.awaitJob(again.json().path("id").asLong());
    assertThat(second.path("state").asText()).isEqualTo("FAILED");
    Answer third = api.post("jobs/" + second.path("id").asLong() + ":retry", "");
    assertThat(third.json().path("retryOf").asLong()).as("the first of the line").isEqualTo(failed);
    long done = start("{\"kind\":\"tidy-up\"}");
    api.awaitJob(done);
    assertThat(api.post("jobs/" + done + ":retry", "").status()).isEqualTo(409);
  }

  @Test
  void aScheduleIsMadeChangedPausedRunDeletedAndRestored() {
    Answer made = api.post("schedules", SCHEDULE.formatted("Night", "30 3 * * *", "Asia/Shanghai"));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    long id = made.json().path("id").asLong();
    assertThat(made.json().path("nextRuns")).hasSize(5);
    assertThat(made.json().path("nextRuns").path(0).asText()).endsWith("T19:30:00Z");

    Answer changed = put(id, "1", SCHEDULE.formatted("Noon", "0 12 * * *", "UTC"));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(put(id, "1", SCHEDULE.formatted("Late", "0 12 * * *", "UTC")).status())
        .as("changed by somebody else")
        .isEqualTo(409);

    assertThat(api.post("schedules/" + id + ":pause", "").json().path("nextRuns")).isEmpty();
    assertThat(api.post("schedules/" + id + ":resume", "").json().path("nextRuns")).hasSize(5);

    JsonNode first = api.post("schedules/" + id + ":run", "").json();
    assertThat(first.path("scheduleId").asLong()).isEqualTo(id);
    assertThat(api.awaitJob(first.path("id").asLong()).path("state").asText())
        .isEqualTo("SUCCEEDED");
    JsonNode jobs = api.get("jobs?schedule=" + id).json();
    assertThat(jobs).hasSize(2);
    assertThat(jobs.path(0).path("after").asLong()).isEqualTo(first.path("id").asLong());

    assertThat(api.delete("schedules/" + id).status()).isEqualTo(204);
    assertThat(ids()).doesNotContain(id);
    assertThat(api.delete("schedules/" + id).status()).isEqualTo(404);
    assertThat(api.post("schedules/" + id + ":restore", "").status()).isEqualTo(200);
    assertThat(ids()).contains(id);
    api.delete("schedules/" + id);
  }

  @Test
  void aScheduleStartsItsJobsByItself() {
    Answer made =
        api.post(
            "schedules",
            "{\"name\":\"Every minute\",\"cron\":\"* * * *"
                + " *\",\"zone\":\"UTC\",\"steps\":[{\"kind\":\"tidy-up\"}]}");
    long id = made.json().path("id").asLong();
    Await.until(
        "first run of the schedule",
        Duration.ofSeconds(100),
        () -> !api.get("jobs?schedule=" + id).json().isEmpty());
    api.delete("schedules/" + id);
  }

  @ParameterizedTest
  @CsvSource({
    "'',30 3 * * *,UTC,/name",
    "n,30 3 * *,UTC,/cron",
    "n,99 3 * * *,UTC,/cron",
    "n,0 0 31 2 *,UTC,/cron",
    "n,30 3 * * *,Mars/Olympus,/zone"
  })
  void aScheduleThatMakesNoSenseIsRefusedWithItsField(
      String name, String cron, String zone, String pointer) {
    Answer answer = api.post("schedules", SCHEDULE.formatted(name, cron, zone));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly(pointer);
  }

  private long start(String order) {
    Answer answer = api.post("jobs", order);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json().path("id").asLong();
  }

  /** An import of a broken archive. */
  private long failingImport() {
    byte[] broken = "\u001f\u008b no gzip at all".getBytes(StandardCharsets.ISO_8859_1);
    long id = api.startImport("products", "broken.csv.gz", broken).json().path("jobId").asLong();
    assertThat(api.awaitJob(id).path("state").asText()).isEqualTo("FAILED");
    return id;
  }

  private Answer put(long id, String edition, String body) {
    return api.send(
        api.request("schedules/" + id)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + edition + "\"")
            .PUT(BodyPublishers.ofString(body)));
  }

  private Iterable<Long> ids() {
    return java.util.stream.StreamSupport.stream(api.get("schedules").json().spliterator(), false)
        .map(one -> one.path("id").asLong())
        .toList();
  }
}
