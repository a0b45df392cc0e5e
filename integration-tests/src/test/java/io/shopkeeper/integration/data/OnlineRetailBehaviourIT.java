package io.shopkeeper.integration.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.integration.server.BehaviourTable;
import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.Database;
import io.shopkeeper.integration.server.ShopServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the console counts of the invoices of UCI Online Retail equals what the database counts by
 * SQL, and is the same on both databases.
 */
@Tag("data")
class OnlineRetailBehaviourIT {

  private static final String PERIOD = "&from=2010-12-01&to=2011-12-31";
  private static final long FROM = Instant.parse("2010-12-01T00:00:00Z").toEpochMilli();
  private static final long UNTIL = Instant.parse("2012-01-01T00:00:00Z").toEpochMilli();
  private static final List<String> QUESTIONS =
      List.of(
          "view=FUNNEL&step1=PURCHASE&step2=PURCHASE&step3=RETURN&within=MONTH",
          "view=FUNNEL&step1=PURCHASE&step2=RETURN",
          "view=SESSIONS",
          "view=COHORTS",
          "view=RFM",
          "view=BASKETS&support=2&confidence=0");

  /** The best by lift are shown. */
  private static final int MOST_RULES = 200;

  private static final String EVERYBODY = "";
  private static final String CHAMPIONS = "&segment=RFM_CHAMPIONS";

  @TempDir private Path folder;

  @Test
  void everyTableIsWhatTheDatabaseCounts() {
    Path file = RealData.require("uci-online-retail/online-retail.csv.gz");
    Map<String, List<List<String>>> tables = new HashMap<>();
    try (Database database = Database.start();
        ShopServer shop = ShopServer.start(folder.resolve("postgres"), database.environment())) {
      tables.putAll(tables(shop, file));
      assertEqual(tables, EVERYBODY, BehaviourSql.ofEverybody(database.dataSource(), FROM, UNTIL));
      assertEqual(tables, CHAMPIONS, BehaviourSql.ofChampions(database.dataSource(), FROM, UNTIL));
    }
    try (ShopServer shop = ShopServer.start(folder.resolve("h2"), Map.of())) {
      tables(shop, file)
          .forEach(
              (question, table) ->
                  assertThat(table)
                      .as(question + ", rules of equal lift in any order")
                      .containsExactlyInAnyOrderElementsOf(tables.get(question)));
    }
  }

  private static void assertEqual(
      Map<String, List<List<String>>> all, String segment, BehaviourSql sql) {
    List<List<List<String>>> tables =
        QUESTIONS.stream().map(question -> all.get(question + segment)).toList();
    assertFunnels(tables, sql);
    assertSessions(tables.get(2), sql.sessions().getFirst());
    assertThat(tables.get(3))
        .filteredOn(row -> !row.get(2).equals("0"))
        .extracting(row -> row.subList(0, 3))
        .containsExactlyInAnyOrderElementsOf(sql.cohorts());
    assertThat(tables.get(4))
        .filteredOn(row -> !row.get(3).equals("0"))
        .extracting(row -> List.of(row.get(0), row.get(1), row.get(3), row.get(4), row.get(5)))
        .containsExactlyInAnyOrderElementsOf(sql.grid());
    assertRules(tables.get(5), sql.rules(.02));
  }

  private static Map<String, List<List<String>>> tables(ShopServer shop, Path file) {
    new ImportRunner(shop).byMapping(file, "uci-online-retail");
    var browser = new ConsoleBrowser(shop.base());
    browser.signIn("admin", shop.administratorPassword());
    BehaviourTable.awaitAllBefore(browser, Clock.systemUTC().instant());
    Map<String, List<List<String>>> tables = new HashMap<>();
    for (String segment : List.of(EVERYBODY, CHAMPIONS)) {
      for (String each : QUESTIONS) {
        String question = each + segment;
        long begin = System.nanoTime();
        tables.put(question, BehaviourTable.of(browser, question + PERIOD));
        ImportRunner.print(
            "%s: %d rows in %.0f ms"
                .formatted(
                    question, tables.get(question).size(), (System.nanoTime() - begin) / 1e6));
      }
    }
    return tables;
  }

  private static void assertFunnels(List<List<List<String>>> tables, BehaviourSql sql) {
    assertThat(tables.get(0))
        .extracting(row -> row.get(1))
        .containsExactlyElementsOf(sql.funnel(Duration.ofDays(30).toMillis()).getFirst())
        .doesNotContain("0");
    assertThat(tables.get(1))
        .extracting(row -> row.get(1))
        .containsExactlyElementsOf(sql.sessionFunnel().getFirst())
        .doesNotContain("0");
  }

  private static void assertSessions(List<List<String>> table, List<String> counted) {
    assertThat(List.of(table.get(0).get(2), table.get(1).get(2), table.get(4).get(2)))
        .isEqualTo(counted);
  }

  private static void assertRules(List<List<String>> table, List<List<String>> counted) {
    assertThat(table).hasSize(Math.min(counted.size(), MOST_RULES)).hasSizeGreaterThan(10);
    for (List<String> row : table) {
      List<String> rule =
          counted.stream()
              .filter(one -> row.get(1).equals(one.get(0)) && row.get(3).equals(one.get(1)))
              .findFirst()
              .orElseThrow();
      assertThat(row.get(4)).isEqualTo(rule.get(2));
      double both = Double.parseDouble(rule.get(2));
      double left = Double.parseDouble(rule.get(3));
      double right = Double.parseDouble(rule.get(4));
      double orders = Double.parseDouble(rule.get(5));
      assertThat(Double.parseDouble(row.get(5))).isCloseTo(both / orders, within(1e-12));
      assertThat(Double.parseDouble(row.get(6))).isCloseTo(both / left, within(1e-12));
      assertThat(Double.parseDouble(row.get(7)))
          .isCloseTo(both / left / (right / orders), within(1e-9));
    }
  }
}
