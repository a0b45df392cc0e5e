package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Person;
import io.shopkeeper.platform.identity.PasswordHash;
import io.shopkeeper.platform.identity.PersonStore;
import io.shopkeeper.platform.identity.Throttle;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks who wants to come in. Names that nobody has are treated like all others, down to the time
 * that an answer takes and the lock after five failures, so that nobody can find out who there is.
 */
@Stateless
public class SignIns {

  /** So many failures from one address, whatever the names. */
  static final int FAILURES_OF_ADDRESS = 30;

  private static final Duration ADDRESS_TIME = Duration.ofMinutes(15);

  // Compared against when there is no such person, so that the answer takes as long.
  private static final String NOBODY = PasswordHash.of("nobody has this password");

  @Inject private PersonStore store;
  @Inject private SecondFactors factors;
  @Inject private Throttle throttle;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** First step: name and password. */
  public SignInOutcome password(String username, String password, String address) {
    Instant now = clock.instant();
    Optional<Instant> closed = closed(username, address, now);
    if (closed.isPresent()) {
      return refuse(username, new SignInOutcome.Locked(closed.get()));
    }
    Optional<Person> found = store.lock(username);
    String kept = found.flatMap(Person::passwordHash).orElse(NOBODY);
    boolean right = PasswordHash.matches(password, kept) && !kept.equals(NOBODY);
    if (!right || found.get().disabled()) {
      return failed(username, found, address, now);
    }
    Person person = found.get();
    if (person.secondFactor()) {
      return new SignInOutcome.CodeNeeded(username);
    }
    return accept(person, address, now);
  }

  /** Second step: a code of the second factor, or one of the recovery codes. */
  public SignInOutcome code(String username, String code, String address) {
    Instant now = clock.instant();
    Optional<Instant> closed = closed(username, address, now);
    if (closed.isPresent()) {
      return refuse(username, new SignInOutcome.Locked(closed.get()));
    }
    Optional<Person> found = store.lock(username).filter(person -> !person.disabled());
    if (found.isEmpty() || !factors.use(username, code)) {
      return failed(username, found, address, now);
    }
    return accept(found.get(), address, now);
  }

  private SignInOutcome accept(Person person, String address, Instant now) {
    person.signedIn(now);
    throttle.succeeded(name(person.username()));
    throttle.succeeded(place(address));
    return new SignInOutcome.Accepted(person.username(), person.roles());
  }

  private Optional<Instant> closed(String username, String address, Instant now) {
    return throttle
        .closedUntil(place(address), now)
        .or(() -> throttle.closedUntil(name(username), now))
        .or(() -> store.find(username).flatMap(person -> person.lockedAt(now)));
  }

  private SignInOutcome failed(
      String username, Optional<Person> person, String address, Instant now) {
    throttle.failed(place(address), FAILURES_OF_ADDRESS, ADDRESS_TIME, now);
    if (person.isPresent()) {
      person.get().failed(now);
    } else {
      throttle.failed(name(username), Person.FAILURES_TO_LOCK, Person.LOCK_TIME, now);
    }
    return closed(username, address, now)
        .<SignInOutcome>map(until -> refuse(username, new SignInOutcome.Locked(until)))
        .orElseGet(() -> refuse(username, new SignInOutcome.Refused()));
  }

  private SignInOutcome refuse(String username, SignInOutcome outcome) {
    String why = outcome instanceof SignInOutcome.Locked ? "locked" : "wrong";
    audit.record(username, "sign-in.refused", username, why);
    return outcome;
  }

  private static String name(String username) {
    return "name " + username;
  }

  /** A network of IPv6 counts as one address. */
  private static String place(String address) {
    String[] parts = address.split(":", -1);
    return parts.length < 5
        ? "address " + address
        : "address " + String.join(":", parts[0], parts[1], parts[2], parts[3]);
  }
}
