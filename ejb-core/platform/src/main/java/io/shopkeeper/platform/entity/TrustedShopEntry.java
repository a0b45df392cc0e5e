package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.TrustedShop;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A shop whose models this one takes. */
@Entity
@Table(name = "trusted_shop")
public class TrustedShopEntry {

  @Id private String fingerprint;

  private String name;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "added_at")
  private long addedAt;

  @Column(name = "added_by")
  private String addedBy;

  protected TrustedShopEntry() {}

  public TrustedShopEntry(TrustedShop shop) {
    this.fingerprint = shop.fingerprint();
    this.name = shop.name();
    this.publicKey = shop.publicKey();
    this.addedAt = shop.addedAt().toEpochMilli();
    this.addedBy = shop.addedBy();
  }

  public TrustedShop view() {
    return new TrustedShop(fingerprint, name, publicKey, Instant.ofEpochMilli(addedAt), addedBy);
  }
}
