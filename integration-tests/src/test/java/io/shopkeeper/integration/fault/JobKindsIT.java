package io.shopkeeper.integration.fault;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.Database;
import io.shopkeeper.integration.server.LivelyShop;
import io.shopkeeper.integration.server.PaidHistory;
import io.shopkeeper.integration.server.RankedVisits;
import io.shopkeeper.integration.server.RepeatOrders;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.Visits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server is killed in the middle of jobs of each kind, as many at a time as it runs, and
 * started again: each job is done in a second attempt. A lock on a table that a job needs holds it
 * in its middle, so that the blow always falls there. A kind without a scenario fails the test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobKindsIT {

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int ROWS = 700;
  private static final String RULE =
      """
      {"type":"RULE","on":true,"options":{"field":"id","test":"CONTAINS","value":"*",
       "then":"REPLACE","target":"id","to":"-"}}\
      """;

  /**
   * How a kind is caught.
   *
   * @param table on which it waits, in the middle of its work
   * @param prepare makes what it works on, while the table is free; answers what the start needs
   * @param start starts one, and answers its id
   */
  private record Scenario(
      String table, ToLongFunction<ShopApi> prepare, ToLongBiFunction<ShopApi, Long> start) {

    Scenario(String table, ToLongFunction<ShopApi> start) {
      this(table, api -> 0, (api, nothing) -> start.applyAsLong(api));
    }
  }

  private static final Map<String, Scenario> SCENARIOS =
      Map.ofEntries(
          entry("import", new Scenario("customer", api -> startImport(api, "cut", ROWS))),
          entry(
              "import-undo", new Scenario("customer", JobKindsIT::imported, JobKindsIT::startUndo)),
          entry(
              "quarantine",
              new Scenario("customer", JobKindsIT::setAside, JobKindsIT::startReplay)),
          entry(
              "train-recommendation",
              new Scenario("model_piece", api -> start(api, "train-recommendation"))),
          entry(
              "train-purchase-ranking",
              new Scenario(
                  "model_piece",
                  JobKindsIT::shownAndBought,
                  (api, nothing) -> start(api, "train-purchase-ranking"))),
          entry(
              "train-prediction",
              new Scenario("model_piece", JobKindsIT::kept, JobKindsIT::startPrediction)),
          entry(
              "train-customer-value",
              new Scenario(
                  "model_piece",
                  JobKindsIT::bought,
                  (api, nothing) -> start(api, "train-customer-value"))),
          entry(
              "train-demand-forecast",
              new Scenario(
                  "model_piece",
                  JobKindsIT::bought,
                  (api, nothing) -> start(api, "train-demand-forecast"))),
          entry(
              "train-fraud",
              new Scenario(
                  "model_piece", JobKindsIT::paid, (api, nothing) -> start(api, "train-fraud"))),
          entry(
              "backtest-fraud",
              new Scenario(
                  "fraud_backtest_hit", JobKindsIT::paid, (api, nothing) -> startBacktest(api))),
          entry(
              "make-shop-table",
              new Scenario("visitor_link", JobKindsIT::lived, JobKindsIT::startShopTable)),
          entry(
              "train-chat-intents",
              new Scenario("model_piece", api -> start(api, "train-chat-intents"))),
          entry("tidy-up", new Scenario("model_version", api -> start(api, "tidy-up"))),
          entry(
              "estimate-recipe",
              new Scenario(
                  "impression",
                  api ->
                      api.post("placements/home/versions/0/estimate", "{}")
                          .json()
                          .path("id")
                          .asLong())));

  @TempDir private static Path folder;
  private Database database;
  private ShopServer shop;

  @BeforeAll
  void start() {
    database = Database.start();
    shop = ShopServer.start(folder, database.environment());
    sendEvents(shop.api());
    Await.until("the shop's first jobs", SOON, () -> openJobs() == 0);
  }

  @AfterAll
  void stop() {
    shop.close();
    database.close();
  }

  static Stream<List<String>> groups() {
    return Stream.of(
        List.of("import", "train-recommendation", "train-purchase-ranking", "train-prediction"),
        List.of("import-undo", "train-customer-value", "train-demand-forecast", "train-fraud"),
        List.of("make-shop-table", "backtest-fraud", "estimate-recipe"),
        List.of("quarantine", "tidy-up", "train-chat-intents"));
  }

  @Test
  void everyKindHasAScenario() {
    JsonNode kinds = shop.api().get("jobs/kinds").json().path("kinds");
    assertThat(kinds).extracting(JsonNode::asText).hasSameElementsAs(SCENARIOS.keySet());
    assertThat(groups().flatMap(List::stream)).hasSameElementsAs(SCENARIOS.keySet());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void jobsAreDoneAfterTheServerWasKilledInTheirMiddle(List<String> kinds) throws SQLException {
    Map<String, Integer> before = new HashMap<>();
    Map<String, Long> prepared = new HashMap<>();
    for (String kind : kinds) {
      before.put(kind, versions(kind));
      prepared.put(kind, SCENARIOS.get(kind).prepare().applyAsLong(shop.api()));
    }
    Map<String, Long> started = startAndKill(kinds, prepared);
    shop.start();
    assertThat(kinds).allSatisfy(kind -> assertDoneOnce(kind, started.get(kind), before.get(kind)));
  }

  private Map<String, Long> startAndKill(List<String> kinds, Map<String, Long> prepared)
      throws SQLException {
    Set<String> tables =
        kinds.stream().map(kind -> SCENARIOS.get(kind).table()).collect(Collectors.toSet());
    Map<String, Long> started = new HashMap<>();
    try (Connection lock = database.dataSource().getConnection();
        Statement statement = lock.createStatement()) {
      lock.setAutoCommit(false);
      statement.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
      for (String kind : kinds) {
        started.put(kind, SCENARIOS.get(kind).start().applyAsLong(shop.api(), prepared.get(kind)));
      }
      Await.until("jobs held in their middle", SOON, () -> held(tables, started));
      shop.kill();
      lock.rollback();
    }
    return started;
  }

  private void assertDoneOnce(String kind, long id, int before) {
    JsonNode job = shop.api().awaitJob(id);
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    assertThat(job.path("attempt").asInt()).isEqualTo(2);
    assertThat(job.path("log").toString()).contains("The server stopped; resumed.");
    assertThat(job.path("phases"))
        .as("phases are closed")
        .allMatch(phase -> phase.hasNonNull("endedAt"));
    assertThat(versions(kind) - before)
        .as("versions that came of it")
        .isEqualTo(kind.startsWith("train-") ? 1 : 0);
    if (kind.equals("import")) {
      assertImportedOnce(job);
    }
  }

  private void assertImportedOnce(JsonNode job) {
    JsonNode report =
        shop.api().get("imports/" + job.path("parameters").path("importId").asText()).json();
    assertThat(report.path("accepted").asLong()).isEqualTo(ROWS);
    assertThat(report.path("rowsRead").asLong()).isEqualTo(ROWS);
  }

  /** Whether all jobs run, and as many sessions wait for the tables. */
  private boolean held(Set<String> tables, Map<String, Long> jobs) {
    boolean running = true;
    for (Map.Entry<String, Long> job : jobs.entrySet()) {
      String state = shop.api().get("jobs/" + job.getValue()).json().path("state").asText();
      assertThat(state).as("%s, held before its end", job.getKey()).isIn("QUEUED", "RUNNING");
      running &= state.equals("RUNNING");
    }
    return running && waiting(tables) >= jobs.size();
  }

  private int waiting(Set<String> tables) {
    String waiting =
        "SELECT COUNT(DISTINCT l.pid) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
            + " WHERE c.relname = ANY (?) AND NOT l.granted";
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement question = connection.prepareStatement(waiting)) {
      question.setArray(1, connection.createArrayOf("text", tables.toArray()));
      try (ResultSet answer = question.executeQuery()) {
        answer.next();
        return answer.getInt(1);
      }
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private int versions(String kind) {
    return switch (kind) {
      case "train-recommendation" -> shop.api().get("models/recommendation/versions").json().size();
      case "train-purchase-ranking" ->
          shop.api().get("models/purchase-ranking/versions").json().size();
      case "train-customer-value" -> shop.api().get("models/customer-value/versions").json().size();
      case "train-demand-forecast" ->
          shop.api().get("models/demand-forecast/versions").json().size();
      case "train-fraud" -> shop.api().get("models/fraud/versions").json().size();
      case "train-prediction" -> shop.api().get("models/prediction-visits/versions").json().size();
      case "train-chat-intents" -> shop.api().get("models/chat-intents/versions").json().size();
      default -> 0;
    };
  }

  private int openJobs() {
    ShopApi api = shop.api();
    return api.get("jobs?state=queued").json().size() + api.get("jobs?state=running").json().size();
  }

  private static long start(ShopApi api, String kind) {
    return api.post("jobs", "{\"kind\":\"" + kind + "\"}").json().path("id").asLong();
  }

  private static long imported(ShopApi api) {
    JsonNode job = api.awaitJob(startImport(api, "undo", ROWS));
    return job.path("parameters").path("importId").asLong();
  }

  private static long startUndo(ShopApi api, long importId) {
    return api.post("imports/" + importId + ":undo", "").json().path("id").asLong();
  }

  private static long kept(ShopApi api) {
    Visits.keep(api, "visits");
    return 0;
  }

  private static long shownAndBought(ShopApi api) {
    RankedVisits.at(api, "ranked").comeAndBuy("ranked", 60, 1);
    return 0;
  }

  private static long bought(ShopApi api) {
    RepeatOrders.fill(api);
    return 0;
  }

  private static long paid(ShopApi api) {
    PaidHistory.fill(api, "paid");
    return 0;
  }

  private static long startBacktest(ShopApi api) {
    String order = "{\"condition\":\"amount > 0\",\"outcome\":\"review\",\"from\":\"2000-01-01\"}";
    return api.post("fraud/backtests", order).json().path("jobId").asLong();
  }

  private static long lived(ShopApi api) {
    LivelyShop.fill(api);
    return 0;
  }

  private static long startShopTable(ShopApi api, long nothing) {
    return api.post("data-sets/lively:make", "{\"goal\":\"buys\"}").json().path("id").asLong();
  }

  private static long startPrediction(ShopApi api, long nothing) {
    return Visits.startTraining(api, "visits", "decision-tree");
  }

  private static long setAside(ShopApi api) {
    byte[] bad = "id,name\nset*aside,Mei\n".getBytes(StandardCharsets.UTF_8);
    assertThat(api.importFile("customers", "bad.csv", bad).json().path("quarantined").asInt())
        .isOne();
    return 0;
  }

  private static long startReplay(ShopApi api, long nothing) {
    return api.post("quarantine/replay", "{\"rule\":" + RULE + "}").json().path("id").asLong();
  }

  private static long startImport(ShopApi api, String name, int rows) {
    var table = new StringBuilder("id,name\n");
    for (int i = 0; i < rows; i++) {
      table.append(name).append('-').append(i).append(",Mei ").append(i).append('\n');
    }
    return Optional.of(
            api.startImport(
                "customers", name + ".csv", table.toString().getBytes(StandardCharsets.UTF_8)))
        .map(answer -> answer.json().path("jobId").asLong())
        .orElseThrow();
  }

  private static void sendEvents(ShopApi api) {
    var batch = new StringBuilder("[");
    for (int i = 0; i < 300; i++) {
      batch
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"eventId":"kind-%d","type":"view","customerId":"c-%d","productId":"p-%d",
               "channel":"web","time":"2026-11-%02dT10:00:00Z"}\
              """
                  .formatted(i, i % 17, i % 23, 1 + i % 20));
    }
    assertThat(api.post("events", batch.append(']').toString()).status()).isEqualTo(202);
  }
}
