package io.shopkeeper.integration.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9}: nothing that was accepted is lost, nothing is applied twice. */
class PowerCutIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int SENDERS = 3;
  private static final int BATCH = 20;
  private static final int ROWS = 40_000;

  @TempDir private Path folder;
  private ShopServer shop;

  @BeforeEach
  void start() {
    shop = ShopServer.start(folder, Map.of());
  }

  @AfterEach
  void stop() {
    shop.close();
  }

  @Test
  void acceptedEventsSurviveUnderLoad() throws Exception {
    Set<String> sent = ConcurrentHashMap.newKeySet();
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<?>> loads = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        String name = "cut-" + sender + "-";
        ShopApi api = shop.api();
        loads.add(senders.submit(() -> sendUntilCut(api, name, sent, acknowledged)));
      }
      Await.until("events under way", SOON, () -> acknowledged.size() > 100 * BATCH);
      shop.kill();
      for (Future<?> load : loads) {
        load.get();
      }
    }
    shop.start();
    assertThat(eventsKept(acknowledged)).as("acknowledged events").isEqualTo(acknowledged.size());
    // What was sent without an answer may be there or not; sending everything again mends that.
    long before = eventsKept(sent);
    assertThat(before).isBetween((long) acknowledged.size(), (long) sent.size());
    assertThat((sent.size() - before) % BATCH).as("events of a batch stored in part").isZero();
    assertThat(eventsKept(sent)).as("sent once more").isEqualTo(sent.size());
    assertThat(total()).as("events in the shop").isEqualTo(sent.size());
  }

  @Test
  void anImportGoesOnBehindItsLastStoredChunk() {
    var table = new StringBuilder("eventId,type,customerId,productId,time,channel\n");
    for (int i = 0; i < ROWS; i++) {
      String type = i % 1000 == 999 ? "nonsense" : "view";
      table.append(
          "row-%d,%s,c-%d,p-%d,2026-11-01T10:00:00Z,web%n".formatted(i, type, i % 97, i % 89));
    }
    ShopApi api = shop.api();
    Answer started =
        api.startImport("events", "events.csv", table.toString().getBytes(StandardCharsets.UTF_8));
    long id = started.json().path("id").asLong();
    Await.until(
        "import half way",
        SOON,
        () -> {
          long rows = api.get("imports/" + id).json().path("rowsRead").asLong();
          assertThat(rows).as("killed before its end").isLessThan(ROWS);
          return rows > ROWS / 10;
        });
    shop.kill();
    shop.start();
    JsonNode report = api.awaitImport(id).json();
    assertThat(report.path("state").asText()).isEqualToIgnoringCase("done");
    assertThat(report.path("rowsRead").asLong()).isEqualTo(ROWS);
    assertThat(report.path("accepted").asLong()).isEqualTo(ROWS - ROWS / 1000);
    assertThat(report.path("quarantined").asLong()).isEqualTo(ROWS / 1000);
    assertThat(report.path("duplicates").asLong()).as("rows stored twice").isZero();
    assertThat(api.get("imports/" + id + "/quarantine?n=500").json()).hasSize(ROWS / 1000);
    JsonNode job = api.awaitJob(report.path("jobId").asLong());
    assertThat(job.path("attempt").asInt()).isEqualTo(2);
    assertThat(job.path("state").asText()).isEqualToIgnoringCase("succeeded");
    assertThat(total()).isEqualTo(ROWS - ROWS / 1000);
  }

  private static void sendUntilCut(
      ShopApi api, String name, Set<String> sent, Set<String> acknowledged) {
    for (int batch = 0; ; batch++) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        ids.add(name + batch + "-" + i);
      }
      sent.addAll(ids);
      try {
        Answer answer = api.post("events", body(ids));
        if (answer.status() == 202 && answer.json().path("accepted").asInt() == BATCH) {
          acknowledged.addAll(ids);
        }
      } catch (UncheckedIOException cut) {
        return;
      }
    }
  }

  /** Sends all of them again; counts those that were known. */
  private long eventsKept(Set<String> ids) {
    long duplicates = 0;
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += 1000) {
      List<String> part = all.subList(from, Math.min(all.size(), from + 1000));
      duplicates += shop.api().post("events", body(part)).json().path("duplicates").asLong();
    }
    return duplicates;
  }

  private static String body(List<String> ids) {
    return ids.stream()
        .map(
            id ->
                """
                {"eventId":"%s","type":"view","visitorId":"v","productId":"p","channel":"web",
                 "time":"2026-11-01T10:00:00Z"}"""
                    .formatted(id))
        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
  }

  private long total() {
    return shop.api().get("status").json().path("events").asLong(-1);
  }
}
