package io.shopkeeper.integration.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.QuarantineQuery;
import io.shopkeeper.catalog.entity.ImportRun;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import io.shopkeeper.catalog.entity.ShopOrder;
import io.shopkeeper.catalog.event.EventStore;
import io.shopkeeper.catalog.ingest.QuarantineStore;
import io.shopkeeper.catalog.order.OrderStore;
import io.shopkeeper.catalog.product.ProductStore;
import io.shopkeeper.chatbot.boundary.ChatMessage;
import io.shopkeeper.chatbot.conversation.ConversationStore;
import io.shopkeeper.integration.store.Schema;
import io.shopkeeper.platform.boundary.JobLogLine;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Role;
import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.entity.Setting;
import io.shopkeeper.platform.entity.StageRecord;
import io.shopkeeper.platform.identity.ApiKeyStore;
import io.shopkeeper.platform.identity.PersonStore;
import io.shopkeeper.platform.jobs.JobStore;
import io.shopkeeper.platform.registry.ModelStore;
import io.shopkeeper.platform.settings.SettingStore;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the first release stored is there after all migrations, and the stores read it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UpgradeSuite {

  private Map<String, Long> before;
  private DataSource database;
  private Schema platform;
  private Schema catalog;
  private Schema chatbot;

  abstract DataSource open() throws SQLException;

  @BeforeAll
  void upgrade() throws SQLException {
    database = open();
    FirstRelease.fill(database);
    before = counts();
    platform = Schema.of(database, "platform");
    catalog = Schema.of(database, "catalog");
    chatbot = Schema.of(database, "chatbot");
  }

  @AfterAll
  void close() {
    platform.close();
    catalog.close();
    chatbot.close();
  }

  @Test
  void everyTableOfTheFirstReleaseHadRowsAndKeepsThem() throws SQLException {
    assertThat(before)
        .hasSizeGreaterThanOrEqualTo(17)
        .allSatisfy(
            (table, rows) -> {
              assertThat(rows).as(table).isPositive();
            });
    Map<String, Long> after = counts();
    before.forEach((table, rows) -> assertThat(after).as(table).containsEntry(table, rows));
  }

  @Test
  void theGroundIsRead() {
    var roles = platform.read(e -> new PersonStore(e).find("mei").orElseThrow().roles());
    assertThat(roles).contains(Role.ADMIN, Role.ANALYST);
    var key = platform.read(e -> new ApiKeyStore(e).find("aB3dE6gH").orElseThrow().view());
    assertThat(key.name()).isEqualTo("Shop server");
    var value = platform.read(e -> new SettingStore(e).find("chat.contact.zh").map(Setting::value));
    assertThat(value).contains("请致电 0800 1234");
  }

  @Test
  void jobsAreRead() {
    JobView done = platform.read(e -> new JobStore(e).find(1).orElseThrow().view());
    assertThat(done.parameters()).containsEntry("file", "products.csv");
    List<JobLogLine> log = platform.read(e -> new JobStore(e).tail(1, 10));
    assertThat(log).extracting(JobLogLine::text).contains("2 rows read", "第二行");
    JobView failed = platform.read(e -> new JobStore(e).find(2).orElseThrow().view());
    assertThat(failed.error()).startsWith("Too little");
    assertThat(failed.attempt()).isEqualTo(2);
  }

  @Test
  void modelsAreRead() {
    var version = platform.read(e -> new ModelStore(e).live("recommendation").orElseThrow().view());
    assertThat(version.version()).isEqualTo(1);
    assertThat(version.metrics().get("time:0.2")).containsEntry("ndcg_at_10", 0.125);
    byte[] artefact =
        platform.read(
            e -> {
              var store = new ModelStore(e);
              return store.artefact(store.find("recommendation", 1).orElseThrow());
            });
    assertThat(artefact).containsExactly(0x00, 0xff, 0x10, 0x7f);
    var history =
        platform.read(
            e ->
                new ModelStore(e)
                    .history("recommendation").stream().map(StageRecord::view).toList());
    assertThat(history).singleElement().extracting("to").isEqualTo(Stage.LIVE);
  }

  @Test
  void theShopsDataAreRead() {
    ProductData knife = catalog.read(e -> new ProductStore(e).find("p-1").orElseThrow().data());
    assertThat(knife.titleZh()).isEqualTo("刀😀");
    assertThat(knife.price()).isEqualByComparingTo(new BigDecimal("19.90"));
    assertThat(knife.attributes()).containsEntry("钢", "440C");
    assertThat(knife.active()).isTrue();
    CustomerData customer =
        catalog.read(
            e ->
                new io.shopkeeper.catalog.customer.CustomerStore(e)
                    .find("c-1")
                    .orElseThrow()
                    .data());
    assertThat(customer.email()).isEqualTo("li@example.org");
    OrderData order =
        catalog.read(e -> new OrderStore(e).find("o-1").map(ShopOrder::data).orElseThrow());
    assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(order.lines()).hasSize(2);
    List<BehaviourEvent> events = catalog.read(e -> new EventStore(e).recent("c-1", null, 10));
    assertThat(events).extracting(BehaviourEvent::eventId).containsExactly("e-2", "e-1");
    assertThat(events.getFirst().value()).isEqualTo(4.5);
  }

  @Test
  void importsAndTheQuarantineAreRead() {
    ImportReport report = catalog.read(e -> e.find(ImportRun.class, 1L).report());
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.reasons()).hasSize(1);
    var rows =
        catalog.read(
            e ->
                new QuarantineStore(e)
                    .list(new QuarantineQuery(1L, null, null, 10)).stream()
                        .map(QuarantinedRowEntry::view)
                        .toList());
    assertThat(rows).singleElement().extracting("raw").asString().contains("p-3");
  }

  @Test
  void conversationsAreRead() {
    List<ChatMessage> messages =
        chatbot.read(
            e -> {
              var store = new ConversationStore(e);
              return store.messages(store.recent(1).getFirst());
            });
    assertThat(messages).hasSize(2);
    assertThat(messages.getLast().quickReplies()).containsExactly("退货");
  }

  @Test
  void newRowsGetIdsOfTheirOwn() {
    var job =
        new io.shopkeeper.platform.entity.Job(
            "upgrade", "after", Map.of(), "mei", Instant.parse("2026-11-24T10:00:00Z"));
    platform.write(e -> new JobStore(e).add(job));
    assertThat(job.id()).isGreaterThan(2);
    platform.write(e -> e.remove(e.find(io.shopkeeper.platform.entity.Job.class, job.id())));
  }

  /** Rows of each table that the first release had. */
  private Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = before == null ? tables(connection) : List.copyOf(before.keySet());
      for (String table : tables) {
        try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
          row.next();
          counts.put(table, row.getLong(1));
        }
      }
    }
    return counts;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new java.util.ArrayList<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        if (!tables.getString("TABLE_NAME").startsWith("flyway")) {
          names.add(tables.getString("TABLE_NAME"));
        }
      }
    }
    return names;
  }
}
