package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.notice.NoticeKind;
import io.shopkeeper.fraud.boundary.notice.NoticeOrder;
import io.shopkeeper.fraud.boundary.notice.NoticeTarget;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who is told of cases; the secret that signs is locked up. */
@Entity
@Table(name = "fraud_notice_target")
public class StoredNoticeTarget {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_notice_target")
  @SequenceGenerator(
      name = "fraud_notice_target",
      sequenceName = "fraud_notice_target_seq",
      allocationSize = 50)
  private Long id;

  private String name;

  @Enumerated(EnumType.STRING)
  private NoticeKind kind;

  private String address;

  @Enumerated(EnumType.STRING)
  @Column(name = "least_priority")
  private CasePriority least;

  private String queue;

  @Column(name = "key_id")
  private String keyId = "";

  @Column(name = "sealed_secret")
  private String sealedSecret = "";

  private boolean active = true;

  @Column(name = "made_at")
  private long madeAt;

  @Column(name = "made_by")
  private String madeBy;

  protected StoredNoticeTarget() {}

  /** One that is told from now on. */
  public StoredNoticeTarget(NoticeOrder order, String by, Instant at) {
    this.kind = order.kind();
    this.madeBy = by;
    this.madeAt = at.toEpochMilli();
    change(order);
  }

  /** Takes over everything but the kind. */
  public final void change(NoticeOrder order) {
    name = order.name().strip();
    address = order.address().strip();
    least = order.least();
    queue = order.queue().strip();
  }

  /** What signs from now on. */
  public void sign(String newKeyId, String sealed) {
    keyId = newKeyId;
    sealedSecret = sealed;
  }

  /** Whether it is told. */
  public void activate(boolean now) {
    active = now;
  }

  public long id() {
    return id;
  }

  public NoticeKind kind() {
    return kind;
  }

  public String address() {
    return address;
  }

  public String keyId() {
    return keyId;
  }

  /** The secret, locked up; empty for e-mail. */
  public String sealedSecret() {
    return sealedSecret;
  }

  /** Whether it wants to know of such a case. */
  public boolean wants(CasePriority priority, String caseQueue) {
    return active && priority.compareTo(least) >= 0 && (queue.isEmpty() || queue.equals(caseQueue));
  }

  /** With how many messages it has. */
  public NoticeTarget view(long waiting, long dead) {
    return new NoticeTarget(
        id,
        name,
        kind,
        address,
        least,
        queue,
        keyId,
        active,
        Instant.ofEpochMilli(madeAt),
        madeBy,
        waiting,
        dead);
  }
}
