package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.PersonView;
import io.shopkeeper.platform.boundary.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who may sign in to the console. Five failures in a row lock the door for a quarter of an
 * hour; a success, or the end of that time, opens it and the counting starts anew.
 */
@Entity
@Table(name = "person")
public class Person {

  static final int FAILURES_TO_LOCK = 5;
  static final Duration LOCK_TIME = Duration.ofMinutes(15);

  @Id private String username;

  @Column(name = "password_hash")
  private String passwordHash;

  private String roles;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "last_sign_in")
  private Long lastSignIn;

  private int failures;

  @Column(name = "locked_until")
  private Long lockedUntil;

  protected Person() {}

  public Person(String username, String passwordHash, Set<Role> roles, Instant now) {
    this.username = username;
    this.passwordHash = passwordHash;
    this.roles = roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    this.createdAt = now.toEpochMilli();
  }

  public String username() {
    return username;
  }

  public String passwordHash() {
    return passwordHash;
  }

  /** Replaces the password and forgets old failures. */
  public void changePassword(String newHash) {
    passwordHash = newHash;
    failures = 0;
    lockedUntil = null;
  }

  public Set<Role> roles() {
    return roles.isEmpty()
        ? EnumSet.noneOf(Role.class)
        : Arrays.stream(roles.split(",", -1))
            .map(Role::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  /** Until when nothing is checked, if that is in the future. */
  public Optional<Instant> lockedAt(Instant now) {
    return Optional.ofNullable(lockedUntil).map(Instant::ofEpochMilli).filter(now::isBefore);
  }

  /** A wrong password: counts, and locks at the fifth in a row. */
  public void failed(Instant now) {
    failures++;
    if (failures >= FAILURES_TO_LOCK) {
      lockedUntil = now.plus(LOCK_TIME).toEpochMilli();
      failures = 0;
    }
  }

  /** A right one. */
  public void signedIn(Instant now) {
    failures = 0;
    lockedUntil = null;
    lastSignIn = now.toEpochMilli();
  }

  /** For the list of people. */
  public PersonView view(Instant now) {
    return new PersonView(
        username,
        roles(),
        Instant.ofEpochMilli(createdAt),
        lastSignIn == null ? null : Instant.ofEpochMilli(lastSignIn),
        lockedAt(now).isPresent());
  }
}
