package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.boundary.ListOrder;
import io.shopkeeper.fraud.boundary.ListView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A list that rules look keys up in. */
@Entity
@Table(name = "fraud_list")
public class StoredList {

  @Id private String name;

  @Enumerated(EnumType.STRING)
  private ListKind kind;

  private int distance;

  private String purpose;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "created_by")
  private String createdBy;

  protected StoredList() {}

  public StoredList(ListOrder order, String by, Instant at) {
    this.name = order.name();
    this.kind = order.kind();
    this.distance = order.distance();
    this.purpose = order.purpose() == null ? "" : order.purpose();
    this.createdAt = at.toEpochMilli();
    this.createdBy = by;
  }

  public String name() {
    return name;
  }

  public ListKind kind() {
    return kind;
  }

  /** How many letters may differ; 0 for exact. */
  public int distance() {
    return distance;
  }

  public ListView view(long entries, long expired) {
    return new ListView(
        name,
        kind,
        distance,
        purpose,
        entries,
        expired,
        Instant.ofEpochMilli(createdAt),
        createdBy);
  }
}
