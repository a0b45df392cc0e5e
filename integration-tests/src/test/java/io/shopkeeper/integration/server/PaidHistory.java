package io.shopkeeper.integration.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Payments of sixty days of which it is known whether they were fraud; the same each time. */
public final class PaidHistory {

  private static final int PAYMENTS = 900;
  private static final int CUSTOMERS = 80;
  private static final Duration STEP = Duration.ofMinutes(95);

  private PaidHistory() {}

  /**
   * Imports them: regular customers with their card and device; and now and then somebody who tries
   * five cards of others from one device in a new country, for much more.
   *
   * @param prefix of all ids
   */
  public static void fill(ShopApi api, String prefix) {
    Random random = new Random(17);
    Instant time = Instant.now(Clock.systemUTC()).minus(STEP.multipliedBy(PAYMENTS + 20));
    var lines = new StringBuilder();
    for (int i = 0; i < PAYMENTS; i++) {
      time = time.plus(STEP);
      if (i % 30 == 29) {
        for (int card = 0; card < 5; card++) {
          String device = prefix + "-thief-" + i;
          lines.append(
              line(
                  "%s-%d-%d".formatted(prefix, i, card),
                  time.plusSeconds(40L * card),
                  prefix + "-c-" + random.nextInt(CUSTOMERS),
                  "%s-stolen-%d-%d".formatted(prefix, i, card),
                  device,
                  "US",
                  20_000 + random.nextInt(30_000),
                  "FRAUD"));
        }
      }
      int customer = random.nextInt(CUSTOMERS);
      lines.append(
          line(
              "%s-%d".formatted(prefix, i),
              time.plusSeconds(900),
              prefix + "-c-" + customer,
              prefix + "-card-" + customer,
              prefix + "-d-" + customer,
              "DE",
              1_500 + random.nextInt(6_000),
              "CLEARED"));
    }
    RepeatOrders.imported(api, "transactions", lines.toString());
  }

  private static String line(
      String id,
      Instant time,
      String customer,
      String card,
      String device,
      String country,
      int cents,
      String outcome) {
    return ("{\"id\":\"%s\",\"customerId\":\"%s\",\"amount\":\"%d.%02d\",\"currency\":\"EUR\","
            + "\"cardFingerprint\":\"%s\",\"device\":\"%s\",\"country\":\"%s\",\"ip\":\"198.51.100.%d\","
            + "\"status\":\"CAPTURED\",\"outcome\":\"%s\",\"time\":\"%s\"}\n")
        .formatted(
            id,
            customer,
            cents / 100,
            cents % 100,
            card,
            device,
            country,
            1 + Math.floorMod(device.hashCode(), 250),
            outcome,
            time);
  }
}
