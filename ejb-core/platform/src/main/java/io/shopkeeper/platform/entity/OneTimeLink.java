package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.LinkPurpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A link by which a person sets a password once. Only the hash of its token is kept. */
@Entity
@Table(name = "one_time_link")
public class OneTimeLink {

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  private String username;

  @Enumerated(EnumType.STRING)
  private LinkPurpose purpose;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "expires_at")
  private long expiresAt;

  @Column(name = "used_at")
  private Long usedAt;

  protected OneTimeLink() {}

  public OneTimeLink(
      String tokenHash,
      String username,
      LinkPurpose purpose,
      String createdBy,
      Instant now,
      Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.username = username;
    this.purpose = purpose;
    this.createdBy = createdBy;
    this.createdAt = now.toEpochMilli();
    this.expiresAt = expiresAt.toEpochMilli();
  }

  public String username() {
    return username;
  }

  public LinkPurpose purpose() {
    return purpose;
  }

  public Instant expiresAt() {
    return Instant.ofEpochMilli(expiresAt);
  }

  /** Whether it can still be used. */
  public boolean open(Instant now) {
    return usedAt == null && now.toEpochMilli() < expiresAt;
  }

  /** Spends it, by use or because a newer one takes its place. */
  public void spend(Instant now) {
    usedAt = now.toEpochMilli();
  }
}
