package io.shopkeeper.catalog.boundary.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order as a basket.
 *
 * @param customerId who ordered
 * @param bought whether it is a purchase: neither cancelled nor returned
 * @param total of its lines
 * @param products each once
 */
public record BasketRow(
    String orderId,
    String customerId,
    boolean bought,
    Instant placed,
    String channel,
    String currency,
    BigDecimal total,
    List<String> products) {

  public BasketRow {
    products = List.copyOf(products);
  }
}
