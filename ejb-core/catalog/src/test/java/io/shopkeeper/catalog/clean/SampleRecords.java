package io.shopkeeper.catalog.clean;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.ProductData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records that can be stored, for tests that break them in one place. */
final class SampleRecords {

  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private SampleRecords() {}

  static ProductData product(String titleEn, String category, String price, String image) {
    return new ProductData(
        "p-1",
        titleEn,
        null,
        null,
        null,
        category,
        null,
        price == null ? null : new BigDecimal(price),
        "EUR",
        3,
        Map.of(),
        image,
        true,
        null);
  }

  static ProductData withAttributes(Map<String, String> attributes) {
    return new ProductData(
        "p-1",
        "Knife",
        null,
        null,
        null,
        "Home",
        null,
        BigDecimal.ONE,
        "EUR",
        3,
        attributes,
        null,
        true,
        null);
  }

  static CustomerData customer(String email, String locale) {
    return new CustomerData("c-1", "Mei", email, null, locale, null, NOW);
  }

  static OrderData order(OrderLine... lines) {
    return new OrderData(
        "o-1", "c-1", OrderStatus.PAID, NOW, "EUR", "web", null, null, List.of(lines));
  }

  static BehaviourEvent event(EventType type, String product, Double value, Instant time) {
    return new BehaviourEvent("e-1", type, "c-1", null, product, value, "web", null, null, time);
  }

  static BehaviourEvent said(String context) {
    return new BehaviourEvent(
        "e-1", EventType.SEARCH, null, "v-1", null, null, "web", null, context, NOW);
  }
}
