package io.shopkeeper.integration.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.Database;
import io.shopkeeper.integration.server.PaidHistory;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TrainedVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Payments of a shop of 5,000 customers judged one by one, after 50,000 that came before: 200 a
 * second, and as many as the server can; by rules alone and by rules and a model. On the embedded
 * database and on PostgreSQL. Prints what it measures and fails where a single request does.
 */
class ScoringLoad {

  private static final int CUSTOMERS = 5_000;
  private static final int BEFORE = 50_000;
  private static final int BATCH = 1_000;
  private static final int CONNECTIONS = 8;
  private static final int A_SECOND = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration PACED = Duration.ofSeconds(30);
  private static final Duration CLOSED = Duration.ofSeconds(10);
  private static final byte[] DECIDED = "\"decision\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BY_A_MODEL = "\"modelVersion\":1".getBytes(StandardCharsets.UTF_8);

  private final AtomicInteger next = new AtomicInteger();

  @TempDir private Path folder;

  @Test
  void onTheEmbeddedDatabase() throws Exception {
    say("payments, embedded database");
    measure(Map.of());
  }

  @Test
  void onPostgresql() throws Exception {
    say("payments, PostgreSQL");
    try (Database database = Database.start()) {
      measure(database.environment());
    }
  }

  private void measure(Map<String, String> database) throws Exception {
    Map<String, String> environment = new HashMap<>(database);
    environment.put("SHOPKEEPER_RATE_PER_SECOND", "1000000");
    try (ShopServer shop = ShopServer.startAtFullSpeed(folder, environment)) {
      ShopApi api = shop.api();
      fill(api);
      Load byRules = payments(shop, DECIDED);
      byRules.closed(CONNECTIONS, WARM_UP);
      measure("by rules", byRules);
      PaidHistory.fill(api, "paid");
      TrainedVersion.served(api, "fraud", "{\"algorithm\":\"gradient-boosting\"}");
      Load byModel = payments(shop, BY_A_MODEL);
      byModel.closed(CONNECTIONS, WARM_UP);
      measure("by rules and a model", byModel);
      say("memory of the server at its height: %s", shop.peakMemory());
    }
  }

  private static void measure(String how, Load payments) {
    Load.Result paced =
        noneFailed(
            "%s, %d a second".formatted(how, A_SECOND),
            payments.paced(CONNECTIONS, PACED, A_SECOND));
    say(
        "p99 %s: %.1f ms (floor 25, goal 10); %.1f ms from when due",
        how, paced.millis(0.99), paced.dueMillis(0.99));
    noneFailed(
        how + ", as many as can be: " + CONNECTIONS + " connections",
        payments.closed(CONNECTIONS, CLOSED));
  }

  private Load payments(ShopServer shop, byte[] answered) {
    String key = shop.key();
    return new Load(
        shop.base(),
        (connection, number) ->
            connection.question(
                "POST", "/api/v1/transactions:score", key, payment(next.incrementAndGet(), null)),
        reply -> reply.status() == 200 && reply.contains(answered));
  }

  private void fill(ShopApi api) {
    Instant time = Instant.now(Clock.systemUTC()).minusSeconds(BEFORE + 60L);
    for (int first = 0; first < BEFORE; first += BATCH) {
      int from = first;
      List<String> batch =
          IntStream.range(0, BATCH)
              .mapToObj(i -> payment(next.incrementAndGet(), time.plusSeconds(from + i)))
              .toList();
      var answer = api.post("transactions:score", batch.toString());
      assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }
  }

  /** Most pay with their own card at their own device; one in twenty with another's. */
  private static String payment(int number, Instant time) {
    var random = new SplittableRandom(number);
    int customer = random.nextInt(CUSTOMERS);
    int device = random.nextInt(20) == 0 ? random.nextInt(CUSTOMERS) : customer;
    return """
        {"id":"load-%d","customerId":"c-%d","amount":"%d.%02d","currency":"EUR",\
        "cardFingerprint":"card-%d","device":"device-%d","ip":"198.51.%d.%d","country":"DE",\
        "email":"c%d@shop.example"%s}\
        """
        .formatted(
            number,
            customer,
            5 + random.nextInt(200),
            random.nextInt(100),
            customer,
            device,
            customer / 250,
            customer % 250,
            customer,
            time == null ? "" : ",\"time\":\"" + time + "\"");
  }

  private static Load.Result noneFailed(String what, Load.Result result) {
    say("%s: %s", what, result);
    assertThat(result.failures()).as(what).isEmpty();
    return result;
  }

  private static void say(String what, Object... values) {
    System.err.println(String.format(Locale.ROOT, what, values));
  }
}
