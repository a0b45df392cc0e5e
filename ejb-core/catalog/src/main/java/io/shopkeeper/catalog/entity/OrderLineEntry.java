package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.OrderLine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Objects;

/** A position of an order; its place names it. */
@Entity
@Table(name = "shop_order_line")
@IdClass(OrderLineEntry.Key.class)
public class OrderLineEntry {

  @Id
  @ManyToOne
  @JoinColumn(name = "order_id")
  private ShopOrder order;

  @Id
  @Column(name = "line_no")
  private int line;

  @Column(name = "product_id")
  private String productId;

  private int quantity;

  @Column(name = "unit_price")
  private BigDecimal unitPrice;

  protected OrderLineEntry() {}

  OrderLineEntry(ShopOrder order, int line, OrderLine data) {
    this.order = order;
    this.line = line;
    replace(data);
  }

  /** Takes the data over. */
  final void replace(OrderLine data) {
    productId = data.productId();
    quantity = data.quantity();
    unitPrice = data.unitPrice();
  }

  OrderLine data() {
    return new OrderLine(productId, quantity, unitPrice);
  }

  /** Order and place. */
  public static class Key {

    private String order;
    private int line;

    protected Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && line == key.line && Objects.equals(order, key.order);
    }

    @Override
    public int hashCode() {
      return Objects.hash(order, line);
    }
  }
}
