package io.shopkeeper.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What was bought in one session. */
record Order(
    String id,
    String customerId,
    String status,
    Instant placedAt,
    String channel,
    String trackingNumber,
    Instant expectedAt,
    List<Line> lines) {

  /** So many of a product. */
  record Line(String productId, int quantity, BigDecimal unitPrice) {}
}
