package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.SessionView;
import io.shopkeeper.platform.boundary.SignInWay;
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

/**
 * A person who is signed in somewhere. It ends when the person leaves, when somebody ends it, after
 * a while without a click, and in any case some time after its beginning. Only the hash of its
 * token is kept.
 */
@Entity
@Table(name = "person_session")
public class PersonSession {

  private static final long EXACT_MILLIS = 30_000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_session")
  @SequenceGenerator(
      name = "person_session",
      sequenceName = "person_session_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "token_hash")
  private String tokenHash;

  private String username;

  @Enumerated(EnumType.STRING)
  private SignInWay way;

  private String address;
  private String agent;

  @Column(name = "started_at")
  private long startedAt;

  @Column(name = "seen_at")
  private long seenAt;

  @Column(name = "ended_at")
  private Long endedAt;

  protected PersonSession() {}

  public PersonSession(
      String tokenHash, String username, SignInWay way, String address, String agent, Instant now) {
    this.tokenHash = tokenHash;
    this.username = username;
    this.way = way;
    this.address = address;
    this.agent = agent;
    this.startedAt = now.toEpochMilli();
    this.seenAt = now.toEpochMilli();
  }

  public Long id() {
    return id;
  }

  public String username() {
    return username;
  }

  public SignInWay way() {
    return way;
  }

  /** Whether it goes on. */
  public boolean open(Instant now, Duration idle, Duration longest) {
    return endedAt == null
        && now.toEpochMilli() < seenAt + idle.toMillis()
        && now.toEpochMilli() < startedAt + longest.toMillis();
  }

  /** The person did something; exact to half a minute, so that not every click writes. */
  public void seen(Instant now) {
    if (now.toEpochMilli() - seenAt > EXACT_MILLIS) {
      seenAt = now.toEpochMilli();
    }
  }

  public void end(Instant now) {
    if (endedAt == null) {
      endedAt = now.toEpochMilli();
    }
  }

  public SessionView view() {
    return new SessionView(
        id,
        username,
        way,
        address,
        agent,
        Instant.ofEpochMilli(startedAt),
        Instant.ofEpochMilli(seenAt));
  }
}
