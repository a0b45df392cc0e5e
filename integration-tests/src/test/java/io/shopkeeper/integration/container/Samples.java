package io.shopkeeper.integration.container;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ProductData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Small things that fit the rules. */
final class Samples {

  private static final Instant DAY = Instant.parse("2026-11-01T10:00:00Z");

  private Samples() {}

  /** A product that is sold. */
  static ProductData product(String id) {
    return new ProductData(
        id,
        "Lamp " + id,
        "灯",
        null,
        null,
        "Home/Lamps",
        null,
        BigDecimal.TEN,
        "EUR",
        5,
        Map.of(),
        null,
        true,
        null);
  }

  /** A customer buys a product, some hours after that day began. */
  static BehaviourEvent purchase(String eventId, String customer, String product, int hours) {
    return new BehaviourEvent(
        eventId,
        EventType.PURCHASE,
        customer,
        null,
        product,
        1.0,
        "web",
        null,
        null,
        DAY.plusSeconds(3600L * hours));
  }
}
