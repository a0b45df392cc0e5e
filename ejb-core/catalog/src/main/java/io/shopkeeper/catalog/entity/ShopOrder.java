package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.OrderStatus;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order with its lines; replaced whole by each delivery of its data. */
@Entity
@Table(name = "shop_order")
public class ShopOrder {

  @Id private String id;

  @Column(name = "customer_id")
  private String customerId;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  @Column(name = "placed_at")
  private long placedAt;

  private String currency;
  private String channel;

  @Column(name = "tracking_number")
  private String trackingNumber;

  @Column(name = "expected_at")
  private Long expectedAt;

  @Column(name = "updated_at")
  private long updatedAt;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("line")
  private List<OrderLineEntry> lines = new ArrayList<>();

  protected ShopOrder() {}

  public ShopOrder(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** Takes the data over. */
  public void replace(OrderData data, Instant now) {
    customerId = data.customerId();
    status = data.status();
    placedAt = data.placedAt().toEpochMilli();
    currency = data.currency();
    channel = data.channel();
    trackingNumber = data.trackingNumber();
    expectedAt = data.expectedAt() == null ? null : data.expectedAt().toEpochMilli();
    replaceLines(data.lines());
    updatedAt = now.toEpochMilli();
  }

  private void replaceLines(List<OrderLine> data) {
    for (int i = 0; i < data.size(); i++) {
      if (i < lines.size()) {
        lines.get(i).replace(data.get(i));
      } else {
        lines.add(new OrderLineEntry(this, i, data.get(i)));
      }
    }
    while (lines.size() > data.size()) {
      lines.removeLast();
    }
  }

  public OrderData data() {
    return new OrderData(
        id,
        customerId,
        status,
        Instant.ofEpochMilli(placedAt),
        currency,
        channel,
        trackingNumber,
        expectedAt == null ? null : Instant.ofEpochMilli(expectedAt),
        lines.stream().map(OrderLineEntry::data).toList());
  }

  /** When it was last delivered. */
  public Instant updatedAt() {
    return Instant.ofEpochMilli(updatedAt);
  }
}
