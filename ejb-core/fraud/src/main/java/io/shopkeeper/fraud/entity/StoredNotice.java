package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.notice.NoticeState;
import io.shopkeeper.fraud.boundary.notice.NoticeView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A message to one target: stored with what it tells of, and tried until it is taken or dead. */
@Entity
@Table(name = "fraud_notice")
public class StoredNotice {

  private static final int LONGEST_PROBLEM = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_notice")
  @SequenceGenerator(name = "fraud_notice", sequenceName = "fraud_notice_seq", allocationSize = 50)
  private Long id;

  @Column(name = "target_id")
  private long target;

  @Column(name = "case_id")
  private long caseId;

  private String body;

  @Enumerated(EnumType.STRING)
  private NoticeState state = NoticeState.WAITING;

  private int tries;

  @Column(name = "made_at")
  private long madeAt;

  @Column(name = "next_at")
  private long nextAt;

  private String problem = "";

  @Column(name = "sent_at")
  private Long sentAt;

  protected StoredNotice() {}

  /**
   * One that goes out soon.
   *
   * @param caseId 0 for a trial
   */
  public StoredNotice(long target, long caseId, String body, Instant now) {
    this.target = target;
    this.caseId = caseId;
    this.body = body;
    this.madeAt = now.toEpochMilli();
    this.nextAt = madeAt;
  }

  public long id() {
    return id;
  }

  public long target() {
    return target;
  }

  public String body() {
    return body;
  }

  public int tries() {
    return tries;
  }

  /** Whether it is to be tried now. */
  public boolean due(Instant now) {
    return state == NoticeState.WAITING && nextAt <= now.toEpochMilli();
  }

  /** Begins a try; should the server fall, the next comes after the time. */
  public void begin(Instant now, Duration patience) {
    tries++;
    nextAt = now.plus(patience).toEpochMilli();
  }

  /** It was taken. */
  public void sent(Instant now) {
    state = NoticeState.SENT;
    sentAt = now.toEpochMilli();
    problem = "";
  }

  /** It was not taken, and is tried again. */
  public void failed(String why, Instant next) {
    say(why);
    nextAt = next.toEpochMilli();
  }

  /** It was not taken, and is tried no more. */
  public void die(String why) {
    say(why);
    state = NoticeState.DEAD;
  }

  private void say(String why) {
    problem = why.length() <= LONGEST_PROBLEM ? why : why.substring(0, LONGEST_PROBLEM);
  }

  /** Goes out again as if it were new. */
  public void again(Instant now) {
    if (state == NoticeState.DEAD) {
      state = NoticeState.WAITING;
      tries = 0;
      nextAt = now.toEpochMilli();
    }
  }

  /** With the name of its target. */
  public NoticeView view(String targetName) {
    return new NoticeView(
        id,
        target,
        targetName,
        caseId,
        state,
        tries,
        Instant.ofEpochMilli(madeAt),
        state == NoticeState.WAITING ? Instant.ofEpochMilli(nextAt) : null,
        problem,
        sentAt == null ? null : Instant.ofEpochMilli(sentAt));
  }
}
