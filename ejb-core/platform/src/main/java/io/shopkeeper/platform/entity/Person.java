package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.PersonState;
import io.shopkeeper.platform.boundary.PersonView;
import io.shopkeeper.platform.boundary.Preferences;
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
 * Somebody who may sign in to the console: invited, then with a password of their own, or known by
 * an identity provider. Five failures in a row lock the door for a quarter of an hour; a success,
 * or the end of that time, opens it and the counting starts anew. Nobody is ever removed, for the
 * audit log names them; who shall not come any more is disabled.
 */
@Entity
@Table(name = "person")
public class Person {

  /** So many failures in a row lock the door. */
  public static final int FAILURES_TO_LOCK = 5;

  /** For so long. */
  public static final Duration LOCK_TIME = Duration.ofMinutes(15);

  @Id private String username;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "password_changed")
  private Long passwordChanged;

  private String roles;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "last_sign_in")
  private Long lastSignIn;

  private int failures;

  @Column(name = "locked_until")
  private Long lockedUntil;

  private boolean disabled;

  @Column(name = "reader_language")
  private String language;

  @Column(name = "reader_zone")
  private String zone;

  @Column(name = "reader_theme")
  private String theme;

  private String provider;

  @Column(name = "provider_subject")
  private String providerSubject;

  @Column(name = "code_secret")
  private String codeSecret;

  @Column(name = "code_since")
  private Long codeSince;

  @Column(name = "code_step")
  private Long codeStep;

  protected Person() {}

  /**
   * A new person.
   *
   * @param passwordHash null for somebody who has none yet
   */
  public Person(String username, String passwordHash, Set<Role> roles, Instant now) {
    this.username = username;
    this.passwordHash = passwordHash;
    this.roles = joined(roles);
    this.createdAt = now.toEpochMilli();
  }

  public String username() {
    return username;
  }

  /** What the password was hashed to; empty before the first. */
  public Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  /** Replaces the password and forgets old failures. */
  public void changePassword(String newHash, Instant now) {
    passwordHash = newHash;
    passwordChanged = now.toEpochMilli();
    failures = 0;
    lockedUntil = null;
  }

  /** What the person is called. */
  public void call(String name) {
    displayName = name;
  }

  public Set<Role> roles() {
    return roles.isEmpty()
        ? EnumSet.noneOf(Role.class)
        : Arrays.stream(roles.split(",", -1))
            .map(Role::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  public void give(Set<Role> newRoles) {
    roles = joined(newRoles);
  }

  public boolean disabled() {
    return disabled;
  }

  /** Whether this is an administrator who can sign in. */
  public boolean administers() {
    return !disabled && roles().contains(Role.ADMIN) && (passwordHash != null || bound());
  }

  /** Closes or opens the door for good. */
  public void disable(boolean closed) {
    disabled = closed;
  }

  /** Binds the person to an account at an identity provider. */
  public void bind(String issuer, String subject) {
    provider = issuer;
    providerSubject = subject;
  }

  /** Whether an identity provider vouches for the person. */
  public boolean bound() {
    return provider != null;
  }

  /** Until when nothing is checked, if that is in the future. */
  public Optional<Instant> lockedAt(Instant now) {
    return Optional.ofNullable(lockedUntil).map(Instant::ofEpochMilli).filter(now::isBefore);
  }

  /** A wrong password or code: counts, and locks at the fifth in a row. */
  public void failed(Instant now) {
    failures++;
    if (failures >= FAILURES_TO_LOCK) {
      lockedUntil = now.plus(LOCK_TIME).toEpochMilli();
      failures = 0;
    }
  }

  /** Everything was right. */
  public void signedIn(Instant now) {
    failures = 0;
    lockedUntil = null;
    lastSignIn = now.toEpochMilli();
  }

  /** Keeps a sealed secret for codes, not yet in force. */
  public void propose(String sealedSecret) {
    codeSecret = sealedSecret;
    codeSince = null;
    codeStep = null;
  }

  /** The sealed secret, in force or proposed. */
  public Optional<String> codeSecret() {
    return Optional.ofNullable(codeSecret);
  }

  /** Whether signing in takes a code, too. */
  public boolean secondFactor() {
    return codeSecret != null && codeSince != null;
  }

  /** The last time step whose code was used; no code of it or before is taken again. */
  public long codeStep() {
    return codeStep == null ? 0 : codeStep;
  }

  /** A code was used; the first one puts the secret in force. */
  public void usedCode(long step, Instant now) {
    codeStep = step;
    if (codeSince == null) {
      codeSince = now.toEpochMilli();
    }
  }

  /** Signing in takes no code any more. */
  public void dropSecondFactor() {
    codeSecret = null;
    codeSince = null;
    codeStep = null;
  }

  public Preferences preferences() {
    return new Preferences(language, zone, theme);
  }

  public void prefer(Preferences wanted) {
    language = wanted.language();
    zone = wanted.zone();
    theme = wanted.theme();
  }

  /** For the list of people. */
  public PersonView view(Instant now) {
    return new PersonView(
        username,
        displayName == null ? "" : displayName,
        roles(),
        state(now),
        Instant.ofEpochMilli(createdAt),
        lastSignIn == null ? null : Instant.ofEpochMilli(lastSignIn),
        passwordChanged == null ? null : Instant.ofEpochMilli(passwordChanged),
        secondFactor(),
        bound());
  }

  private PersonState state(Instant now) {
    if (disabled) {
      return PersonState.DISABLED;
    }
    if (passwordHash == null && !bound()) {
      return PersonState.INVITED;
    }
    return lockedAt(now).isPresent() ? PersonState.LOCKED : PersonState.ACTIVE;
  }

  private static String joined(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
  }
}
