package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.Missing;
import io.shopkeeper.fraud.boundary.OutageView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A time in which something was missing. One of a kind begins at one time. */
@Entity
@Table(name = "fraud_outage")
public class StoredOutage {

  @Id private String id;

  @Enumerated(EnumType.STRING)
  private Missing kind;

  @Column(name = "from_time")
  private long begun;

  @Column(name = "last_time")
  private long seen;

  @Column(name = "until_time")
  private Long ended;

  private long decisions;

  @Column(name = "made_up")
  private long madeUp;

  @Column(name = "held_back")
  private long heldBack;

  protected StoredOutage() {}

  /**
   * As it is now.
   *
   * @param last when it was seen last, in milliseconds since 1970
   */
  public StoredOutage(OutageView view, long last) {
    this.kind = view.missing();
    this.begun = view.from().toEpochMilli();
    this.id = kind.code() + "-" + begun;
    this.seen = last;
    this.ended = view.until() == null ? null : view.until().toEpochMilli();
    this.decisions = view.decisions();
    this.madeUp = view.madeUp();
    this.heldBack = view.heldBack();
  }

  /** As it is told. */
  public OutageView view() {
    return new OutageView(
        kind,
        Instant.ofEpochMilli(begun),
        ended == null ? null : Instant.ofEpochMilli(ended),
        decisions,
        madeUp,
        heldBack);
  }
}
