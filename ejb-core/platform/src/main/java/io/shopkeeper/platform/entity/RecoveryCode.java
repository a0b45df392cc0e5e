package io.shopkeeper.platform.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** The hash of a code that stands in for the second factor once. */
@Entity
@Table(name = "recovery_code")
public class RecoveryCode {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recovery_code")
  @SequenceGenerator(
      name = "recovery_code",
      sequenceName = "recovery_code_seq",
      allocationSize = 50)
  private Long id;

  private String username;

  @Column(name = "code_hash")
  private String hash;

  @Column(name = "used_at")
  private Long usedAt;

  protected RecoveryCode() {}

  public RecoveryCode(String username, String hash) {
    this.username = username;
    this.hash = hash;
  }

  public String username() {
    return username;
  }

  public String hash() {
    return hash;
  }

  /** Spends it. */
  public void use(Instant now) {
    usedAt = now.toEpochMilli();
  }
}
