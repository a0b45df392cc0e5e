package io.shopkeeper.integration.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.ShopApi.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Customers {@code worth-0} to {@code worth-240} of a shop, and what they bought again and again.
 */
public final class RepeatOrders {

  /** How many bought. */
  public static final int CUSTOMERS = 240;

  /** Over how many days until today. */
  public static final int DAYS = 200;

  private RepeatOrders() {}

  /**
   * Customer i buys every 5 to 24 days; each third stays away since the middle of the time; the
   * last one never bought.
   */
  public static void fill(ShopApi api) {
    Instant begin =
        Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS));
    var customers = new StringBuilder();
    var orders = new StringBuilder();
    for (int i = 0; i <= CUSTOMERS; i++) {
      customers.append("{\"id\":\"worth-%d\"}\n".formatted(i));
      int until = i % 3 == 0 ? DAYS / 2 : DAYS;
      for (int day = i % 17; i < CUSTOMERS && day < until; day += 5 + i % 20) {
        orders.append(
            order("worth-o-%d-%d".formatted(i, day), "worth-" + i, begin, day, "paid", 10 + i % 7)
                + "\n");
      }
    }
    imported(api, "customers", customers.toString());
    imported(api, "orders", orders.toString());
  }

  /** An order of two pieces as a line of JSON. */
  public static String order(
      String id, String customer, Instant begin, int day, String status, int price) {
    return ("{\"id\":\"%s\",\"customerId\":\"%s\",\"status\":\"%s\",\"placedAt\":\"%s\","
            + "\"currency\":\"EUR\",\"channel\":\"web\","
            + "\"lines\":[{\"productId\":\"worth-p\",\"quantity\":2,\"unitPrice\":\"%d.25\"}]}")
        .formatted(id, customer, status, begin.plus(Duration.ofDays(day)).plusSeconds(3600), price);
  }

  /** Imports lines of JSON, all of them good. */
  public static void imported(ShopApi api, String kind, String lines) {
    Answer report = api.importFile(kind, kind + ".jsonl", lines.getBytes(StandardCharsets.UTF_8));
    assertThat(report.json().path("quarantined").asInt()).as(report.text()).isZero();
  }
}
