package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.CustomerData;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** A customer; replaced whole by each delivery of its data. */
@Entity
@Table(name = "customer")
public class Customer {

  @Id private String id;
  private String name;
  private String email;
  private String phone;
  private String locale;
  private String region;

  @Column(name = "registered_at")
  private Long registeredAt;

  @Column(name = "search_text")
  private String searchText;

  @Column(name = "updated_at")
  private long updatedAt;

  protected Customer() {}

  public Customer(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** Takes the data over. */
  public void replace(CustomerData data, Instant now) {
    name = data.name();
    email = data.email();
    phone = data.phone();
    locale = data.locale();
    region = data.region();
    registeredAt = data.registeredAt() == null ? null : data.registeredAt().toEpochMilli();
    searchText =
        String.join(" ", id, name == null ? "" : name, email == null ? "" : email)
            .toLowerCase(Locale.ROOT);
    updatedAt = now.toEpochMilli();
  }

  public CustomerData data() {
    return new CustomerData(
        id,
        name,
        email,
        phone,
        locale,
        region,
        registeredAt == null ? null : Instant.ofEpochMilli(registeredAt));
  }

  /** What a search looks through. */
  public String searchText() {
    return searchText;
  }

  /** When it was last delivered. */
  public Instant updatedAt() {
    return Instant.ofEpochMilli(updatedAt);
  }
}
