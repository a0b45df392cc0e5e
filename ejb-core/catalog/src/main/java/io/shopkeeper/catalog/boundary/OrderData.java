package io.shopkeeper.catalog.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order.
 *
 * @param trackingNumber null until it is sent
 * @param expectedAt when it should arrive; null if unknown
 * @param lines at least one
 */
public record OrderData(
    String id,
    String customerId,
    OrderStatus status,
    Instant placedAt,
    String currency,
    String channel,
    String trackingNumber,
    Instant expectedAt,
    List<OrderLine> lines) {

  public OrderData {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** Sum over the lines. */
  public BigDecimal total() {
    return lines.stream()
        .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
