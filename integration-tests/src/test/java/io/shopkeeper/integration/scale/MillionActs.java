package io.shopkeeper.integration.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.Database;
import io.shopkeeper.integration.server.ShopServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions about behaviour over 1,000,000 events and 100,000 orders on PostgreSQL, measured as a
 * person meets them: over HTTP, signed in, the whole page. Prints how long the first reading takes
 * and a line for each question, and fails where one takes a second.
 */
class MillionActs {

  private static final int ORDERS = 100_000;
  private static final double LIMIT_MILLIS = 1000;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** All that was seeded lies within these days. */
  private static final String PERIOD = "&from=2026-01-01&to=2026-12-31";

  private static final List<String> QUESTIONS =
      List.of(
          "view=FUNNEL",
          "view=FUNNEL&within=MONTH&segment=CUSTOMERS",
          "view=PATHS",
          "view=SESSIONS",
          "view=SESSIONS&channel=store",
          "view=COHORTS",
          "view=RFM",
          "view=BASKETS&support=0.1&confidence=0",
          "view=LIVE");

  @TempDir private Path folder;

  @Test
  void aQuestionTakesLessThanASecond() throws SQLException {
    try (Database database = Database.start();
        ShopServer shop = ShopServer.start(folder, database.environment())) {
      MillionEvents.seed(database);
      seedOrders(database);
      var session = new ConsoleSession(shop);
      long begin = System.nanoTime();
      Await.until(
          "events in memory", LONGEST, () -> !session.get("behaviour").contains("data-loading"));
      System.err.println(
          String.format(
              Locale.ROOT,
              "read into memory in %.1f s, memory of the server %,d MB",
              (System.nanoTime() - begin) / 1e9,
              shop.memory().orElse(0) / 1024));
      double worst = 0;
      for (String question : QUESTIONS) {
        worst = Math.max(worst, MillionEvents.measure(session, "behaviour?" + question + PERIOD));
      }
      assertThat(worst).as("slowest median in ms").isLessThan(LIMIT_MILLIS);
    }
  }

  private static void seedOrders(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO shop_order (id, customer_id, status, placed_at, currency, channel, updated_at)
          SELECT 'o-' || i, 'c-' || (i * 7919 %% 20000), 'DELIVERED',
            1793491200000 - i * 200000, 'EUR',
            CASE WHEN i %% 50 = 0 THEN 'store' ELSE 'web' END, 1793491200000
          FROM generate_series(1::bigint, %d) AS i\
          """
              .formatted(ORDERS));
      statement.execute(
          """
          INSERT INTO shop_order_line (order_id, line_no, product_id, quantity, unit_price)
          SELECT 'o-' || i, n, 'p-' || ((i * 31 + n * n * 17) %% (40 * n)), 1, 9.50
          FROM generate_series(1::bigint, %d) AS i, generate_series(1, 4) AS n\
          """
              .formatted(ORDERS));
      statement.execute("ANALYZE shop_order");
      statement.execute("ANALYZE shop_order_line");
    }
  }
}
