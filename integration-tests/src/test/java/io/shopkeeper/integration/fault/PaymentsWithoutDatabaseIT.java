package io.shopkeeper.integration.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.Database;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL is stopped for half a minute below a server that judges fifty payments a second, and
 * the server is killed while it is away from its database once more.
 */
class PaymentsWithoutDatabaseIT {

  private static final String SCORE = "transactions:score";
  private static final int A_SECOND = 50;
  private static final int AT_ONCE = 8;
  private static final Duration AWAY = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();

  @TempDir private Path folder;

  @Test
  void decisionsGoOnAndNothingThatWasAnsweredIsLost() throws Exception {
    try (Database database = Database.startIn(folder.resolve("postgres"));
        ShopServer shop = ShopServer.start(folder.resolve("shop"), environment(database))) {
      ShopApi api = shop.api();
      api.post(SCORE, payment("before", 1)).good();
      underLoad(api, database);
      assertThat(refused).isEmpty();
      assertThat(answered).hasSizeGreaterThan((int) (AWAY.toSeconds() * A_SECOND * 8 / 10));
      assertThat(answered.values().stream().filter(one -> one.contains("storage")).count())
          .as("judged without the database")
          .isGreaterThan(AWAY.toSeconds() * A_SECOND / 2);
      Await.until("journal that is made up for", SOON, () -> waiting(api) == 0);
      assertThat(lostOrOther(outcomes(answered), outcomes(stored(database)))).isEmpty();
      theOutageIsTold(shop, api);
      aKilledServerMakesUpForItsJournal(shop, database);
    }
  }

  private static Map<String, String> environment(Database database) {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("SHOPKEEPER_RATE_PER_SECOND", "1000000");
    return environment;
  }

  private void underLoad(ShopApi api, Database database) throws InterruptedException {
    try (ScheduledExecutorService load = Executors.newScheduledThreadPool(AT_ONCE)) {
      var unused =
          load.scheduleAtFixedRate(
              () -> load.execute(() -> judge(api)), 0, 1_000_000 / A_SECOND, TimeUnit.MICROSECONDS);
      TimeUnit.SECONDS.sleep(2);
      database.stop();
      TimeUnit.MILLISECONDS.sleep(AWAY.toMillis() / 2);
      duringTheOutage(api);
      TimeUnit.MILLISECONDS.sleep(AWAY.toMillis() / 2);
      database.startAgain();
      Await.until("database that is used again", SOON, () -> !isStorageMissing(api));
      TimeUnit.SECONDS.sleep(1);
      load.shutdown();
      assertThat(load.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void judge(ShopApi api) {
    int number = next.incrementAndGet();
    String id = "away-" + number;
    ShopApi.Answer answer = api.post(SCORE, payment(id, number));
    if (answer.status() == 200) {
      answered.put(id, told(answer.json()));
    } else {
      refused.add(id + " " + answer.status() + " " + answer.text());
    }
  }

  /**
   * What memory knows decides; what was decided is repeated; what nobody can know is not made up.
   */
  private void duringTheOutage(ShopApi api) {
    String device = "tested-device";
    JsonNode last = null;
    for (int card = 0; card < 5; card++) {
      last =
          api.post(SCORE, payment("tested-" + card, 1_000_000 + card).replace("d-0", device))
              .good()
              .json();
    }
    assertThat(last.path("decision").asText()).as(last.toString()).isEqualTo("block");
    assertThat(last.path("degraded")).extracting(JsonNode::asText).contains("storage");
    JsonNode again =
        api.post(SCORE, payment("tested-4", 1_000_004).replace("d-0", device)).good().json();
    assertThat(again.path("repeated").asBoolean()).isTrue();
    assertThat(told(again)).isEqualTo(told(last));
    assertThat(api.post(SCORE, payment("tested-4", 7)).status()).isEqualTo(400);
    ShopApi.Answer unknown = api.post(SCORE, payment("before", 1));
    assertThat(unknown.status()).as(unknown.text()).isEqualTo(503);
    assertThat(unknown.text()).contains("was judged before");
    JsonNode report = api.get("fraud/outages").good().json();
    assertThat(report.path("now").path(0).path("missing").asText()).isEqualTo("storage");
    assertThat(report.path("waiting").asLong()).isPositive();
    assertThat(report.path("pastKnown").asBoolean()).isFalse();
  }

  private void theOutageIsTold(ShopServer shop, ShopApi api) {
    JsonNode all = api.get("fraud/outages").good().json().path("past");
    assertThat(all)
        .as(all.toString())
        .allMatch(one -> one.path("missing").asText().equals("storage"))
        .allMatch(one -> one.path("madeUp").asLong() == one.path("decisions").asLong())
        .allMatch(one -> one.path("heldBack").asLong() == 0);
    // A database that has just started may keep a slow machine waiting once more.
    JsonNode past = all.path(all.size() - 1);
    Duration lasted =
        Duration.between(
            java.time.Instant.parse(past.path("from").asText()),
            java.time.Instant.parse(past.path("until").asText()));
    assertThat(lasted).isBetween(AWAY.minusSeconds(5), AWAY.plusSeconds(20));
    var browser = new ConsoleBrowser(shop.base());
    browser.signIn("admin", shop.administratorPassword());
    assertThat(browser.get("console/payments").text())
        .contains("What was missing, and when", "past-outages")
        .contains("Database");
    assertThat(browser.get("console/payment?id=tested-4").text())
        .contains("kept in a journal on disk", "Many cards tried from one device");
    Await.until(
        "a case of what was blocked meanwhile",
        SOON,
        () -> browser.get("console/cases?subject=c-1000004").text().contains("case?id="));
  }

  private void aKilledServerMakesUpForItsJournal(ShopServer shop, Database database)
      throws SQLException {
    ShopApi api = shop.api();
    database.stop();
    Map<String, String> kept = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      String id = "killed-" + i;
      kept.put(id, told(api.post(SCORE, payment(id, 2_000_000 + i)).good().json()));
    }
    shop.kill();
    database.startAgain();
    shop.start();
    JsonNode again = api.post(SCORE, payment("killed-19", 2_000_019)).good().json();
    assertThat(again.path("repeated").asBoolean()).isTrue();
    assertThat(told(again)).isEqualTo(kept.get("killed-19"));
    Await.until("journal that is made up for", SOON, () -> waiting(api) == 0);
    assertThat(stored(database)).containsAllEntriesOf(kept);
  }

  /** What was answered and is not stored like that; more may be, of whom the answer was lost. */
  private static Map<String, String> lostOrOther(
      Map<String, String> told, Map<String, String> stored) {
    Map<String, String> differing = new HashMap<>();
    told.forEach(
        (id, outcome) -> {
          if (!outcome.equals(stored.get(id))) {
            differing.put(id, outcome + ", stored: " + stored.get(id));
          }
        });
    return differing;
  }

  /** Without what was missing: a commit may succeed whose answer is lost with the connection. */
  private static Map<String, String> outcomes(Map<String, String> told) {
    Map<String, String> outcomes = new HashMap<>();
    told.forEach((id, one) -> outcomes.put(id, one.split(" ", 2)[0]));
    return outcomes;
  }

  private static boolean isStorageMissing(ShopApi api) {
    JsonNode now = api.get("fraud/outages").good().json().path("now");
    return now.findValuesAsText("missing").contains("storage");
  }

  private static long waiting(ShopApi api) {
    return api.get("fraud/outages").good().json().path("waiting").asLong();
  }

  /** What matters of a decision. */
  private static String told(JsonNode verdict) {
    StringBuilder degraded = new StringBuilder();
    verdict.path("degraded").forEach(one -> degraded.append(' ').append(one.asText()));
    return verdict.path("decision").asText() + degraded;
  }

  /** The same of all that is stored, with its payment. */
  private Map<String, String> stored(Database database) throws SQLException {
    Map<String, String> found = new HashMap<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT d.transaction_id, lower(d.outcome) || ' ' || d.degraded"
                    + " FROM fraud_decision d JOIN payment_transaction p ON p.id = d.transaction_id"
                    + " WHERE d.transaction_id NOT LIKE 'tested%' AND d.transaction_id <> 'before'")) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2).strip());
      }
    }
    return found;
  }

  private static String payment(String id, int number) {
    return """
        {"id":"%s","amount":"%d.50","currency":"EUR","customerId":"c-%d","cardFingerprint":"card-%d",\
        "device":"d-%d","ip":"198.51.100.%d","country":"DE","email":"c%d@shop.example"}\
        """
        .formatted(
            id,
            10 + number % 90,
            number,
            number,
            number >= 1_000_000 && number < 1_000_010 ? 0 : number,
            number % 250,
            number);
  }
}
