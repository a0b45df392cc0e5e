package io.shopkeeper.integration.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A training in a worker that is killed, stopped, or left behind by a server that was killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerKilledIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final int EVENTS = 6000;

  /** Long enough to be caught, short enough to be waited for. */
  private static final String ORDER =
      """
      {"algorithm":"als","options":{"factors":32,"iterations":150},"executor":"worker"}\
      """;

  @TempDir private static Path folder;
  private ShopServer shop;

  @BeforeAll
  void start() {
    shop = ShopServer.start(folder, Map.of());
    sendEvents(shop.api());
  }

  @AfterAll
  void stop() {
    shop.close();
  }

  @Test
  void aKilledWorkerIsAFailedJobThatGoesOnFromItsSnapshot() throws Exception {
    int before = versions();
    long id = train();
    ProcessHandle worker = caught(id);
    worker.destroyForcibly();
    JsonNode failed = shop.api().awaitJob(id);
    assertThat(failed.path("state").asText()).isEqualTo("FAILED");
    assertThat(failed.path("error").asText())
        .contains("The worker was ended from outside (signal 9)")
        .contains("Try the job again");
    assertThat(shop.api().get("health").json().path("status").asText()).isEqualTo("UP");
    assertThat(shop.api().get("recommendations?visitor=v&n=3").status()).isEqualTo(200);
    assertThat(versions()).isEqualTo(before);
    assertThat(left()).as("the snapshot, and nothing of the worker's").containsExactly("snapshot");

    JsonNode again = shop.api().post("jobs/" + id + ":retry", "").json();
    JsonNode done = shop.api().awaitJob(again.path("id").asLong());
    assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("SUCCEEDED");
    assertThat(done.path("log").toString())
        .contains("goes on from the snapshot")
        .contains("trains in a worker");
    assertThat(versions()).isEqualTo(before + 1);
    JsonNode version = shop.api().get("models/recommendation/versions").json().path(0);
    assertThat(version.path("algorithm").asText()).isEqualTo("als");
    assertThat(version.path("hyperParameters").path("factors").asText()).isEqualTo("32");
    assertThat(version.path("provenance").path("workerPeakMb").asText()).isNotBlank();
    assertThat(left()).isEmpty();
  }

  @Test
  void aStoppedTrainingEndsItsWorkerWithinTwoSeconds() throws Exception {
    long id = train();
    ProcessHandle worker = caught(id);
    long asked = System.nanoTime();
    shop.api().post("jobs/" + id + ":cancel", "");
    worker.onExit().get(2, TimeUnit.SECONDS);
    assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(2));
    assertThat(shop.api().awaitJob(id).path("state").asText()).isEqualTo("CANCELLED");
    Await.until("cleared folder", SOON, () -> left().isEmpty());
  }

  @Test
  void aWorkerDoesNotOutliveItsServer() throws Exception {
    long id = train();
    ProcessHandle worker = caught(id);
    shop.kill();
    worker.onExit().get(5, TimeUnit.SECONDS);
    shop.start();
    JsonNode done = shop.api().awaitJob(id);
    assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("SUCCEEDED");
    assertThat(done.path("attempt").asInt()).isEqualTo(2);
    assertThat(done.path("log").toString()).contains("goes on from the snapshot");
    Await.until("cleared folder", SOON, () -> left().isEmpty());
  }

  private long train() {
    ShopApi.Answer answer = shop.api().post("models/recommendation/train", ORDER);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json().path("id").asLong();
  }

  /** The worker of a job, in the middle of its work. */
  private ProcessHandle caught(long id) {
    return Await.value(
        "worker at work",
        SOON,
        () -> {
          JsonNode job = shop.api().get("jobs/" + id).json();
          assertThat(job.path("state").asText()).as(job.toString()).isIn("QUEUED", "RUNNING");
          return job.path("progress").asDouble() > 0.15 ? worker() : Optional.empty();
        });
  }

  private Optional<ProcessHandle> worker() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains("io.shopkeeper.training.worker.Worker"))
                    .filter(line -> line.contains(shop.folder().toString()))
                    .isPresent())
        .findFirst();
  }

  private List<String> left() {
    Path trainings = shop.folder().resolve("training");
    try (Stream<Path> jobs = Files.list(trainings)) {
      return jobs.filter(Files::isDirectory).flatMap(WorkerKilledIT::names).toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Stream<String> names(Path job) {
    try (Stream<Path> parts = Files.list(job)) {
      return parts.map(part -> part.getFileName().toString()).toList().stream();
    } catch (NoSuchFileException gone) {
      return Stream.empty();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private int versions() {
    return shop.api().get("models/recommendation/versions").json().size();
  }

  private static void sendEvents(ShopApi api) {
    for (int from = 0; from < EVENTS; from += 1000) {
      var batch = new StringBuilder("[");
      for (int i = from; i < from + 1000; i++) {
        batch
            .append(i == from ? "" : ",")
            .append(
                """
                {"eventId":"worker-%d","type":"view","customerId":"c-%d","productId":"p-%d",
                 "channel":"web","time":"2026-11-%02dT10:00:00Z"}\
                """
                    .formatted(i, i % 397, (i * 31 + i / 397) % 211, 1 + i / 300));
      }
      assertThat(api.post("events", batch.append(']').toString()).status()).isEqualTo(202);
    }
  }
}
