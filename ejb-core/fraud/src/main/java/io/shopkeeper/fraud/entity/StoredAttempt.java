package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import io.shopkeeper.fraud.boundary.attempt.AttemptRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A sign-in or sign-up and what was decided of it. It never changes. */
@Entity
@IdClass(StoredAttempt.Key.class)
@Table(name = "fraud_attempt")
public class StoredAttempt {

  @Id
  @Enumerated(EnumType.STRING)
  private AttemptKind kind;

  @Id private String id;

  @Column(name = "at_time")
  private long time;

  @Column(name = "decided_at")
  private long decidedAt;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private String account;

  @Column(name = "customer_id")
  private String customer;

  @Column(name = "email_key")
  private String emailKey;

  @Column(name = "inbox_key")
  private String inboxKey;

  @Column(name = "email_shape")
  private String emailShape;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "address_key")
  private String addressKey;

  private String device;
  private String ip;

  @Column(name = "network")
  private String network;

  private String country;

  @Column(name = "latitude")
  private Double latitude;

  @Column(name = "longitude")
  private Double longitude;

  private Boolean succeeded;
  private String features;
  private String reasons;

  protected StoredAttempt() {}

  /**
   * A new one.
   *
   * @param time milliseconds since 1970
   */
  public StoredAttempt(AttemptKind kind, String id, long time, String account, String customer) {
    this.kind = kind;
    this.id = id;
    this.time = time;
    this.account = account;
    this.customer = customer;
  }

  /** Takes over fingerprints. */
  public void known(
      String emailKey, String inboxKey, String emailShape, String nameKey, String addressKey) {
    this.emailKey = emailKey;
    this.inboxKey = inboxKey;
    this.emailShape = emailShape;
    this.nameKey = nameKey;
    this.addressKey = addressKey;
  }

  /** Takes over from where it came. */
  public void from(String device, String ip, String network, String country) {
    this.device = device;
    this.ip = ip;
    this.network = network;
    this.country = country;
  }

  /** Takes over the place of the address, in degrees, and whether the password was right. */
  public void at(Double latitude, Double longitude, Boolean succeeded) {
    this.latitude = latitude;
    this.longitude = longitude;
    this.succeeded = succeeded;
  }

  /** Takes over what was decided, and why as JSON. */
  public void decided(Outcome outcome, Instant at, String features, String reasons) {
    this.outcome = outcome;
    this.decidedAt = at.toEpochMilli();
    this.features = features;
    this.reasons = reasons;
  }

  /** Whether it is about the same as what is asked under its id. */
  public boolean isOf(String account, String device, String ip) {
    return this.account.equals(account)
        && Objects.equals(this.device, device)
        && Objects.equals(this.ip, ip);
  }

  public AttemptRow row() {
    return new AttemptRow(
        kind,
        id,
        Instant.ofEpochMilli(decidedAt),
        outcome,
        customer,
        device,
        ip,
        country,
        succeeded);
  }

  public String features() {
    return features;
  }

  public String reasons() {
    return reasons;
  }

  /** Kind and id. */
  public static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private AttemptKind kind;
    private String id;

    public Key() {}

    public Key(AttemptKind kind, String id) {
      this.kind = kind;
      this.id = id;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key one && one.kind == kind && one.id.equals(id);
    }

    @Override
    public int hashCode() {
      return 31 * kind.hashCode() + id.hashCode();
    }
  }
}
