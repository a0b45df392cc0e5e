package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.OrderLine;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** A position of an order; replaced, never changed. */
@Embeddable
public class OrderLineEntry {

  @Column(name = "product_id")
  private String productId;

  private int quantity;

  @Column(name = "unit_price")
  private BigDecimal unitPrice;

  protected OrderLineEntry() {}

  public OrderLineEntry(OrderLine line) {
    productId = line.productId();
    quantity = line.quantity();
    unitPrice = line.unitPrice();
  }

  public OrderLine data() {
    return new OrderLine(productId, quantity, unitPrice);
  }
}
