package io.shopkeeper.fraud.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Payments with few keys, so that they have much in common; the same for one seed. */
public final class MadePayments {

  private static final long BEGIN = 1_700_000_000_000L;
  private static final long HOUR = 3_600_000L;

  private MadePayments() {}

  /**
   * In the order of time, over 120 days; some at the same millisecond, a tenth without a customer.
   *
   * @param count how many
   */
  public static List<Payment> of(int count, long seed) {
    Random random = new Random(seed);
    List<Payment> made = new ArrayList<>();
    long time = BEGIN;
    for (int i = 0; i < count; i++) {
      time += random.nextInt(5) == 0 ? 0 : (long) (random.nextDouble() * 240 * 24 * HOUR / count);
      made.add(one("t-" + random.nextInt(1000) + "-" + i, time, random));
    }
    made.sort(Payment.IN_TIME);
    return made;
  }

  private static Payment one(String id, long time, Random random) {
    return new Payment(
        id,
        time,
        random.nextInt(10) == 0 ? null : "c-" + random.nextInt(60),
        random.nextInt(20) == 0 ? null : "card-" + random.nextInt(90),
        random.nextInt(4) == 0 ? null : "d-" + random.nextInt(70),
        random.nextInt(3) == 0 ? null : "e-" + random.nextInt(60),
        "10.0.%d.%d".formatted(random.nextInt(5), random.nextInt(20)),
        random.nextInt(2) == 0 ? null : "a-" + random.nextInt(50),
        1 + random.nextInt(100_000),
        random.nextInt(9) == 0 ? "USD" : "EUR",
        random.nextInt(8) == 0 ? "FR" : "DE",
        random.nextInt(8) == 0 ? "CN" : "DE",
        random.nextInt(6) == 0 ? time + random.nextInt(3) * HOUR : Payment.NEVER,
        random.nextInt(15) == 0 ? time + 24 * HOUR : Payment.NEVER);
  }
}
