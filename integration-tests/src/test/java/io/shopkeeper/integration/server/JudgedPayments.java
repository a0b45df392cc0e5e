package io.shopkeeper.integration.server;

/** Some payments that were judged: good ones, and five cards that were tried from one device. */
public final class JudgedPayments {

  /** One that was refused. */
  public static final String BLOCKED = "seen-card-4";

  private JudgedPayments() {}

  /** Asks about them; again, and nothing changes. */
  public static void have(ShopApi api) {
    for (int i = 0; i < 6; i++) {
      api.post(
              "transactions:score",
              ("{\"id\":\"seen-%d\",\"amount\":\"%d.90\",\"currency\":\"EUR\",\"customerId\":\"c-0001\","
                      + "\"cardFingerprint\":\"seen-c-0001\",\"country\":\"DE\",\"ip\":\"203.0.113.%d\"}")
                  .formatted(i, 20 + 7 * i, 10 + i))
          .good();
    }
    for (int i = 0; i < 5; i++) {
      api.post(
              "transactions:score",
              ("{\"id\":\"seen-card-%d\",\"amount\":\"149.00\",\"currency\":\"EUR\","
                      + "\"cardFingerprint\":\"seen-stolen-%d\",\"device\":\"seen-device\",\"country\":\"US\"}")
                  .formatted(i, i))
          .good();
    }
  }
}
